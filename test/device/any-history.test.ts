import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createConfirmedRecords } from '../../src/device/confirmed-records.ts';
import type { CaseRecord } from '../../src/device/open-vault.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { crashAndUnlock, createActor, createWorkplace, must, newId } from './a-device.ts';
import { confirmedPerson, createPerson, createStandInServer, editPerson, logService } from './case-data.ts';

/**
 * Laws of this room under any history of saves, pushes, pulls and crashes:
 * - an unlock shows exactly what was shown before (what is promised is remembered);
 * - every change ever saved is waiting, refused here, undone by the person, or decided by the server (law 1);
 * - the numbers that wait are the stream's next ones, without a gap.
 */
type Step =
  | { readonly do: 'create'; readonly name: string }
  | { readonly do: 'edit' | 'serve' | 'retry' | 'discard'; readonly which: number; readonly name: string }
  | { readonly do: 'push'; readonly countMax: number; readonly refuseEvery: number }
  | { readonly do: 'pull' | 'crash' | 'undo' | 'reset' | 'reidentify' };

const which = fc.nat(20);
const name = fc.constantFrom('Momo', 'Mimo', 'Ali', 'Zoë');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), name }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('edit', 'serve', 'retry', 'discard'), which, name }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('push' as const),
      countMax: fc.integer({ min: 1, max: 5 }),
      refuseEvery: fc.nat(4),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('pull', 'crash', 'crash', 'undo', 'reset', 'reidentify') }) },
);

test('what is shown survives any history, and no saved change is ever nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await runHistory(steps);
    }),
    { numRuns: 60 },
  );
}, 60_000);

async function runHistory(steps: readonly Step[]): Promise<void> {
  const first = await createWorkplace();
  const server = createStandInServer(first.actor);
  let place = { device: first.device, vault: first.vault, store: first.store, lock: first.lock };
  const saved = new Set<string>();
  const settled = new Set<string>();
  let cursor = 0;
  for (const one of steps) {
    const { vault, store } = place;
    const people = [...vault.caseload.ofKind('beneficiary')].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
    const pick = (index: number) => people[index % Math.max(1, people.length)]?.record;
    const waitingBefore = store.waiting(999).map(({ change }) => change.id);
    switch (one.do) {
      case 'create':
        keep(await vault.saveChange(createPerson({ nickname: one.name })));
        break;
      case 'edit': {
        const record = pick(one.which);
        if (record) keep(await vault.saveChange(editPerson(record, 'nickname', one.name)));
        break;
      }
      case 'serve': {
        const record = pick(one.which);
        if (record) keep(await vault.saveChange(logService(record.id)));
        break;
      }
      case 'retry':
      case 'discard': {
        const refused = vault.outbox.value.filter(({ state }) => state === 'attention');
        const item = refused[one.which % Math.max(1, refused.length)];
        if (item === undefined) break;
        if (one.do === 'discard') must(await vault.discardChange(item.change.id));
        else if (!keep(await vault.retryChange(item.change.id))) break;
        settled.add(item.change.id);
        break;
      }
      case 'push': {
        must(await store.markSending(store.waiting(one.countMax)));
        let count = 0;
        await server.takeFrom(store, one.countMax, () => {
          count += 1;
          return one.refuseEvery > 0 && count % one.refuseEvery === 0 ? { type: 'NotPermitted' } : undefined;
        });
        const left = new Set(vault.outbox.value.map(({ change }) => change.id));
        for (const id of waitingBefore) if (!left.has(id)) settled.add(id);
        break;
      }
      case 'pull':
        cursor += 1;
        must(await store.storePage([...server.records.values()], `c${cursor}`, { remaining: 0 }));
        break;
      case 'undo': {
        const newest = store.waiting(999).at(-1);
        if (newest && (await vault.undoChange(newest.change.id))) settled.add(newest.change.id);
        break;
      }
      case 'reset':
        must(await store.resetCursor());
        break;
      case 'reidentify':
        must(await store.reidentify());
        break;
      case 'crash':
        await crash();
        break;
    }
    checkLaws();
  }
  await crash();
  place.device.close();

  function keep(result: Awaited<ReturnType<typeof place.vault.saveChange>>): boolean {
    if (result.ok) saved.add(result.value.id);
    return result.ok;
  }

  function checkLaws(): void {
    const { vault, store } = place;
    const held = new Set(vault.outbox.value.map(({ change }) => change.id as string));
    for (const id of saved) expect(held.has(id) || settled.has(id), 'a saved change is nowhere').toBe(true);
    const { mark } = store.streamState();
    expect(store.waiting(999).map(({ seq }) => seq)).toEqual(store.waiting(999).map((_, index) => mark + 1 + index));
  }

  async function crash(): Promise<void> {
    const before = picture(place.vault.caseload.all());
    const outbox = place.vault.outbox.value;
    const again = await crashAndUnlock({ disk: first.disk, device: place.device, vaultId: first.vaultId });
    expect(again.vault.unreadable).toEqual([]);
    expect(picture(again.vault.caseload.all())).toEqual(before);
    expect(again.vault.outbox.value).toEqual(outbox);
    place = again;
  }
}

const picture = (cases: readonly CaseRecord[]): CaseRecord[] =>
  [...cases].sort((one, other) => (one.record.id < other.record.id ? -1 : 1));

test('segments in any order and generation come to the same records as the rules say', () => {
  const actor = createActor('Sara');
  const ids = Array.from({ length: 4 }, newId);
  const copy = fc.record({ id: fc.constantFrom(...ids), version: fc.integer({ min: 1, max: 5 }) });
  const segment = fc.record({ generation: fc.nat(2), copies: fc.array(copy, { maxLength: 5 }) });
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (segments, random) => {
      const numbered = segments.map(({ generation, copies }, order) => ({
        info: { order, generation, recordCount: copies.length },
        records: copies.map(({ id, version }, index) =>
          confirmedPerson(actor, version, { nickname: `${order} ${index}` }, id),
        ),
      }));
      const shuffled = numbered
        .map((one) => ({ one, place: random.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const confirmed = createConfirmedRecords();
      for (const { info, records } of shuffled) confirmed.take(info, records);
      const all = numbered.flatMap(({ info, records }) => records.map((record, index) => ({ info, record, index })));
      for (const id of ids) {
        const best = all
          .filter(({ record }) => record.id === id)
          .sort(
            (a, b) =>
              b.info.generation - a.info.generation ||
              b.record.version - a.record.version ||
              b.info.order - a.info.order ||
              b.index - a.index,
          )[0];
        expect(confirmed.find(id)).toEqual(best?.record);
      }
    }),
  );
});

test('compaction keeps every record as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 33, max: 45 }), fc.integer({ min: 1, max: 30 }), async (pages, people) => {
      const place = await createWorkplace();
      const ids = Array.from({ length: people }, newId);
      const expected = new Map<string, RecordEnvelope>();
      for (let page = 1; page <= pages; page += 1) {
        const records = ids
          .filter((_, index) => (index * 7 + page) % 3 === 0)
          .map((id) => confirmedPerson(place.actor, page, { nickname: `N${page}` }, id));
        for (const record of records) expected.set(record.id, record);
        must(await place.store.storePage(records, `c${page}`, { remaining: 0 }));
      }
      const { vault } = await crashAndUnlock(place);
      const shown = new Map(vault.caseload.all().map(({ record }) => [record.id, record]));
      expect(shown).toEqual(expected);
    }),
    { numRuns: 6 },
  );
}, 60_000);
