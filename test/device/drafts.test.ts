import { afterEach, describe, expect, test, vi } from 'vitest';
import { crashAndUnlock, createWorkplace, must } from './a-device.ts';
import { dumpTable, tamper } from './dump-database.ts';
import { fillDisk } from './full-disk.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Timers that the test lets go off. */
function createTimers() {
  const waiting: { readonly ms: number; readonly work: () => void }[] = [];
  return {
    waiting,
    after(ms: number, work: () => void) {
      const timer = { ms, work };
      waiting.push(timer);
      return () => {
        const index = waiting.indexOf(timer);
        if (index >= 0) waiting.splice(index, 1);
      };
    },
  };
}

describe('drafts', () => {
  test('a flushed draft is there after the browser died; a discarded one is not', async () => {
    const place = await createWorkplace();
    place.vault.drafts.save('service:new', { note: 'alla stazi' });
    place.vault.drafts.save('person:new', { nickname: 'M' });
    must(await place.vault.drafts.flush());
    const again = await crashAndUnlock(place);
    expect(again.vault.drafts.find('service:new')).toEqual({ note: 'alla stazi' });
    await again.vault.drafts.discard('service:new');
    const third = await crashAndUnlock({ ...place, device: again.device });
    expect(third.vault.drafts.keys()).toEqual(['person:new']);
  });

  test('who types without a pause is saved every half second all the same, and one key is one row', async () => {
    const timers = createTimers();
    const place = await createWorkplace({ ports: { after: timers.after } });
    for (const text of ['a', 'al', 'all', 'alla']) place.vault.drafts.save('note', text);
    expect(timers.waiting.map(({ ms }) => ms)).toEqual([500]);
    timers.waiting[0]?.work();
    must(await place.vault.drafts.flush());
    place.vault.drafts.save('note', 'alla s');
    must(await place.vault.drafts.flush());
    expect(await dumpTable(place.disk, 'drafts')).toHaveLength(1);
    expect((await crashAndUnlock(place)).vault.drafts.find('note')).toBe('alla s');
  });

  test('15: on a full disk the text stays in memory and the trouble is told, until a write succeeds', async () => {
    const place = await createWorkplace();
    const empty = fillDisk();
    place.vault.drafts.save('note', 'alla stazione');
    expect(await place.vault.drafts.flush()).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    expect(place.vault.drafts.trouble.value).toEqual({ type: 'QuotaExceeded' });
    expect(place.vault.drafts.find('note')).toBe('alla stazione');
    empty();
    must(await place.vault.drafts.flush());
    expect(place.vault.drafts.trouble.value).toBeUndefined();
    expect((await crashAndUnlock(place)).vault.drafts.find('note')).toBe('alla stazione');
  });

  test('locking saves what was typed', async () => {
    const place = await createWorkplace();
    place.vault.drafts.save('note', 'alla stazione');
    await place.lock();
    expect((await crashAndUnlock(place)).vault.drafts.find('note')).toBe('alla stazione');
  });

  test('a tampered draft is told, the others open', async () => {
    const place = await createWorkplace();
    place.vault.drafts.save('one', 'uno');
    must(await place.vault.drafts.flush());
    const [row] = await dumpTable(place.disk, 'drafts');
    place.vault.drafts.save('two', 'due');
    must(await place.vault.drafts.flush());
    await tamper(place.disk, 'drafts', (one) =>
      one.rowId === row?.rowId ? { ...one, sealed: one.sealed.with(25, (one.sealed[25] ?? 0) ^ 1) } : one,
    );
    const { vault } = await crashAndUnlock(place);
    expect(vault.unreadable).toEqual([{ table: 'drafts', rowId: row?.rowId, reason: 'Tampered' }]);
    expect(vault.drafts.find('two')).toBe('due');
  });
});
