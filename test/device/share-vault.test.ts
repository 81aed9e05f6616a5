import { describe, expect, test, vi } from 'vitest';
import { createTabChannel, type TabMessage } from '../../src/device/tab-channel.ts';
import { createDataKey } from '../../src/vault/data-key.ts';
import { createWorkplace, must, PASSWORD, reopen, rootOf } from './a-device.ts';
import { confirmedPeople, createPerson, createStandInServer } from './case-data.ts';
import { dumpTable } from './dump-database.ts';

/** A first tab with an unlocked vault, and a second one that joined it. */
async function createTwoTabs() {
  const first = await createWorkplace();
  const device = await reopen(first.disk);
  const joined = await device.joinOpenVault();
  if (joined === undefined) throw new Error('the first tab did not answer');
  return { first, second: must(joined) };
}

describe('a second tab', () => {
  test('opens the vault of the first without a password, as the same person', async () => {
    const { first, second } = await createTwoTabs();
    expect(second.vault.vaultId).toBe(first.vaultId);
    expect(second.vault.actor).toEqual(first.actor);
  });

  test('finds nobody where nothing is unlocked', async () => {
    const place = await createWorkplace();
    await place.lock();
    const device = await reopen(place.disk);
    expect(await device.joinOpenVault()).toBeUndefined();
  });

  test('follows the writes of the first, and the first follows its', async () => {
    const { first, second } = await createTwoTabs();
    const mine = must(await first.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await vi.waitFor(() => expect(second.vault.caseload.find(mine.recordId)?.waiting).toBe(1));
    const theirs = must(await second.vault.saveChange(createPerson({ nickname: 'Due' })));
    await vi.waitFor(() =>
      expect(first.store.waiting(9).map(({ seq, change }) => [seq, change.id])).toEqual([
        [1, mine.id],
        [2, theirs.id],
      ]),
    );
    await createStandInServer(first.actor).takeFrom(first.store, 500, (id) =>
      id === theirs.recordId ? { type: 'NotPermitted' } : undefined,
    );
    must(await first.store.storePage(confirmedPeople(first.actor, 3), 'c1', { remaining: 0 }));
    await vi.waitFor(() => expect(second.vault.caseload.all()).toHaveLength(5));
    expect(second.vault.caseload.find(mine.recordId)).toEqual(first.vault.caseload.find(mine.recordId));
    expect(second.vault.outbox.value).toEqual(first.vault.outbox.value);
    expect(second.store.cursor()).toBe('c1');
  });

  test('both saving at once share one stream without a gap', async () => {
    const { first, second } = await createTwoTabs();
    await Promise.all(
      [first, second, first, second].map(({ vault }, index) =>
        vault.saveChange(createPerson({ nickname: `P${index}` })),
      ),
    );
    await vi.waitFor(() => expect(first.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]));
    await vi.waitFor(() => expect(second.vault.outbox.value).toEqual(first.vault.outbox.value));
  });

  test('cannot undo what the first is sending', async () => {
    const { first, second } = await createTwoTabs();
    const saved = must(await second.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await vi.waitFor(() => expect(first.store.waiting(9)).toHaveLength(1));
    must(await first.store.markSending(first.store.waiting(9)));
    expect(await second.vault.undoChange(saved.id)).toBe(false);
  });

  test('a refused change that both retry goes back in the queue once', async () => {
    const { first, second } = await createTwoTabs();
    const saved = must(await first.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await createStandInServer(first.actor).takeFrom(first.store, 500, () => ({ type: 'NotPermitted' }));
    await vi.waitFor(() => expect(second.vault.attentionCount.value).toBe(1));
    const retried = await Promise.all([first.vault.retryChange(saved.id), second.vault.retryChange(saved.id)]);
    expect(retried.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await vi.waitFor(() => expect(second.vault.outbox.value).toEqual(first.vault.outbox.value));
    expect(first.vault.waitingCount.value).toBe(1);
  });

  test('a stream that the second began anew lets no late verdict of the first touch it', async () => {
    const { first, second } = await createTwoTabs();
    must(await first.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await vi.waitFor(() => expect(second.store.waiting(9)).toHaveLength(1));
    const before = first.store.streamState();
    const [item] = first.store.waiting(1);
    must(await second.store.reidentify());
    const verdict = { seq: 1, changeId: item?.change.id ?? '', verdict: 'accepted' } as const;
    must(await first.store.applyVerdicts([verdict], [], { ...before, mark: 1, count: 1 }));
    await vi.waitFor(() => expect(first.store.streamState()).toEqual(second.store.streamState()));
    expect(first.store.streamState()).toMatchObject({ mark: 0, count: 0 });
    expect(first.store.waiting(9)).toHaveLength(1);
  });

  test('that has just saved loses nothing when the first begins a new stream before it heard of that', async () => {
    const { first, second } = await createTwoTabs();
    const heard = must(await first.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await vi.waitFor(() => expect(second.store.waiting(9)).toHaveLength(1));
    const fresh = must(await second.vault.saveChange(createPerson({ nickname: 'Due' })));
    must(await first.store.reidentify());
    const inOrder = [
      [1, heard.id],
      [2, fresh.id],
    ];
    expect(first.store.waiting(9).map(({ seq, change }) => [seq, change.id])).toEqual(inOrder);
    const rows = await dumpTable(first.disk, 'outbox');
    expect(rows.map(({ seq, changeId }) => [seq, changeId])).toEqual(inOrder);
    await vi.waitFor(() => expect(second.store.streamState()).toEqual(first.store.streamState()));
    must(await second.vault.saveChange(createPerson({ nickname: 'Tre' })));
    expect(second.store.waiting(9).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('cannot undo what the first sent on the stream before', async () => {
    const { first, second } = await createTwoTabs();
    const sent = must(await second.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await vi.waitFor(() => expect(first.store.waiting(9)).toHaveLength(1));
    must(await first.store.markSending(first.store.waiting(9)));
    must(await first.store.reidentify());
    expect(await second.vault.undoChange(sent.id)).toBe(false);
  });

  test('that undid a change takes it out of what the first is about to send', async () => {
    const { first, second } = await createTwoTabs();
    const kept = must(await second.vault.saveChange(createPerson({ nickname: 'Uno' })));
    const undone = must(await second.vault.saveChange(createPerson({ nickname: 'Due' })));
    await vi.waitFor(() => expect(first.store.waiting(9)).toHaveLength(2));
    expect(await second.vault.undoChange(undone.id)).toBe(true);
    const { items, stream } = must(await first.store.markSending(first.store.waiting(9)));
    expect(items.map(({ change }) => change.id)).toEqual([kept.id]);
    expect(stream).toEqual(first.store.streamState());
    expect(first.vault.waitingCount.value, 'it is not shown any more either').toBe(1);
  });

  test('that began a new stream has the first send nothing under its old numbers', async () => {
    const { first, second } = await createTwoTabs();
    must(await first.vault.saveChange(createPerson({ nickname: 'Uno' })));
    must(await first.vault.saveChange(createPerson({ nickname: 'Due' })));
    await createStandInServer(first.actor).takeFrom(first.store, 1);
    await vi.waitFor(() => expect(second.store.waiting(9)).toHaveLength(1));
    const outdated = first.store.waiting(9);
    must(await second.store.reidentify());
    expect(must(await first.store.markSending(outdated)).items).toEqual([]);
    expect(outdated.map(({ seq }) => seq)).toEqual([2]);
    expect(first.store.waiting(9).map(({ seq }) => seq)).toEqual([1]);
    expect(must(await first.store.markSending(first.store.waiting(9))).stream).toEqual(second.store.streamState());
  });

  test('uses the session that the first renewed', async () => {
    const { first, second } = await createTwoTabs();
    must(await first.store.saveSessionToken('renewed'));
    await vi.waitFor(() => expect(second.store.sessionToken()).toBe('renewed'));
    must(await second.store.saveSessionToken('once more'));
    await vi.waitFor(() => expect(first.store.sessionToken()).toBe('once more'));
    expect(JSON.stringify(first.disk.tabs.sent)).not.toMatch(/renewed|once more/);
  });

  test('sees the drafts of the first, and keeps its own newer text', async () => {
    const { first, second } = await createTwoTabs();
    second.vault.drafts.save('mine', 'scrivo qui');
    first.vault.drafts.save('yours', 'scrivo là');
    must(await first.vault.drafts.flush());
    await vi.waitFor(() => expect(second.vault.drafts.find('yours')).toBe('scrivo là'));
    expect(second.vault.drafts.find('mine')).toBe('scrivo qui');
  });

  test('shows how sync stands, told once and not echoed', async () => {
    const { first, second } = await createTwoTabs();
    first.vault.status.value = { ...first.vault.status.value, isOnline: true };
    await vi.waitFor(() => expect(second.vault.status.value.isOnline).toBe(true));
    expect(first.disk.tabs.sent.filter(({ type }) => type === 'status')).toHaveLength(1);
  });

  test('locking one locks both; the password opens again', async () => {
    const { first, second } = await createTwoTabs();
    must(await first.vault.saveChange(createPerson({ nickname: 'Uno' })));
    await second.lock();
    await vi.waitFor(() => expect(first.vault.isLocked.value).toBe(true));
    expect(first.vault.caseload.all()).toEqual([]);
    const again = must(await first.device.unlockVault(first.vaultId, await rootOf(PASSWORD)));
    expect(again.vault.waitingCount.value).toBe(1);
  });

  test('no record goes through the channel', async () => {
    const { first, second } = await createTwoTabs();
    must(await first.vault.saveChange(createPerson({ nickname: 'Segretissima' })));
    second.vault.drafts.save('form', 'Segretissima');
    must(await second.vault.drafts.flush());
    expect(JSON.stringify(first.disk.tabs.sent)).not.toContain('Segretissima');
  });
});

test('a key goes through a real BroadcastChannel and stays unreadable', async () => {
  const [one, other] = [new BroadcastChannel('test'), new BroadcastChannel('test')];
  const { key } = await createDataKey();
  const heard = new Promise<TabMessage>((resolve) => createTabChannel(other).listen(resolve));
  createTabChannel(one).send({ type: 'offer', asker: 'a', vaultId: 'v', key });
  const message = await heard;
  one.close();
  other.close();
  expect(message).toMatchObject({ type: 'offer', vaultId: 'v' });
  if (message.type !== 'offer') return;
  expect(message.key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', message.key)).rejects.toThrow();
});
