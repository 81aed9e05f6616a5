import { describe, expect, it } from 'vitest';
import { hashChange } from '../../src/protocol/change-hash.ts';
import { must, newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { dumpTable } from '../device/dump-database.ts';
import { createBench } from './a-server.ts';

const person = () => createPerson({ nickname: 'Momo' });

describe('a vault', () => {
  it('makes itself known once, and again only to a server of another epoch', async () => {
    const bench = await createBench();
    must(await bench.vault.saveChange(person()));
    const sync = bench.start();
    await bench.finishRound();
    for (let rounds = 0; rounds < 3; rounds += 1) {
      bench.timers.wakeNext();
      await bench.finishRound();
    }
    // The first time no epoch was known yet; the push told it.
    expect(bench.registered).toEqual([bench.vaultId, bench.vaultId]);
    const [row] = await dumpTable(bench.disk, 'vaults');
    expect(row?.registeredKeyId).toBeDefined();
    sync.stop();
  });

  it.each([
    { type: 'Refused', problem: 'NotPermitted', status: 403, retryAfterMs: undefined },
    { type: 'Refused', problem: 'ServerBusy', status: 503, retryAfterMs: 60_000 },
    { type: 'Unreachable' },
  ] as const)(
    'that cannot make itself known ($type $problem) sends what waits all the same, and tries again',
    async (failure) => {
      const bench = await createBench();
      bench.wish.registering = failure;
      must(await bench.vault.saveChange(person()));
      const sync = bench.start();
      await bench.finishRound();
      expect(bench.vault.waitingCount.value).toBe(0);
      expect(bench.vault.status.value.safeAt).toBeDefined();
      bench.wish.registering = undefined;
      bench.timers.wakeNext();
      await bench.finishRound();
      expect(bench.registered).toHaveLength(2);
      sync.stop();
    },
  );
});

describe('a change that a coordinator sent back', () => {
  const returned = (change: object & { readonly id: string }) => ({
    changeId: change.id,
    change,
    refusal: { type: 'RecordUnknown' } as const,
    note: 'Manca la data',
  });

  it('needs attention here, with the reason and the words, and is there after a restart', async () => {
    const bench = await createBench();
    const change = { ...person(), id: newId(), at: '2026-11-20T10:00:00.000Z' };
    bench.wish.returned = [returned(change)];
    const sync = bench.start();
    await bench.finishRound();
    const row = { change, state: 'attention', refusal: { type: 'RecordUnknown' }, note: 'Manca la data', seq: 0 };
    expect(bench.vault.outbox.value).toEqual([{ ...row, hash: await hashChange(change), savedAt: change.at }]);
    expect(bench.taken).toEqual([change.id]);
    sync.stop();
    await bench.lock();
    const again = must(await bench.device.unlockVault(bench.vaultId, await bench.root()));
    expect(again.vault.outbox.value).toMatchObject([row]);
    expect(again.vault.waitingCount.value).toBe(0);
  });

  it('is not doubled when it is here already, and goes when it is discarded', async () => {
    const bench = await createBench();
    const change = { ...person(), id: newId(), at: '2026-11-20T10:00:00.000Z' };
    bench.wish.returned = [returned(change)];
    const sync = bench.start();
    await bench.finishRound();
    bench.timers.wakeNext();
    await bench.finishRound();
    expect(bench.vault.outbox.value).toHaveLength(1);
    expect(bench.faults).toEqual([]);
    expect(bench.vault.status.value.trouble).toBeUndefined();
    bench.wish.returned = [];
    must(await bench.vault.discardChange(change.id));
    expect(bench.vault.outbox.value).toMatchObject([
      { state: 'waiting', change: { type: 'discard', discarded: change.id } },
    ]);
    sync.stop();
  });

  it('that this version does not understand stays on the server', async () => {
    const bench = await createBench();
    bench.wish.returned = [{ changeId: newId(), change: { id: newId(), type: 'from-the-future' } }];
    const sync = bench.start();
    await bench.finishRound();
    expect(bench.vault.outbox.value).toEqual([]);
    expect(bench.taken).toEqual([]);
    expect(bench.vault.status.value.safeAt).toBeDefined();
    sync.stop();
  });
});

it('a receipt that differs says in what, until one agrees', async () => {
  const bench = await createBench();
  must(await bench.vault.saveChange(person()));
  let isLacking = true;
  const sync = bench.start({
    server: {
      ...bench.server,
      async receipt(token, stream) {
        const answer = await bench.server.receipt(token, stream);
        if (!answer.ok || !isLacking) return answer;
        isLacking = false;
        return { ok: true, value: { ...answer.value, count: 0, chain: '0'.repeat(64) } };
      },
    },
  });
  const seen: unknown[] = [];
  bench.vault.status.subscribe(({ difference }) => seen.push(difference));
  await bench.finishRound();
  expect(seen).toContainEqual({ countHere: 1, countThere: 0, isSameChain: false, isSameEpoch: true });
  expect(bench.vault.status.value.difference).toBeUndefined();
  sync.stop();
});
