import { expect, test } from 'vitest';
import { crashAndUnlock, createWorkplace, must } from './a-device.ts';
import { confirmedPeople, createPerson } from './case-data.ts';

const PAGE = 1_000;

/** That it is fast enough is measured by `npm run bench`; here it has to be whole. */
test.each([10_000, 50_000])(
  '24: %i records come in pages, are there after a restart, and are found',
  async (count) => {
    const place = await createWorkplace();
    for (let first = 1; first <= count; first += PAGE) {
      const remaining = count - first - PAGE + 1;
      must(await place.store.storePage(confirmedPeople(place.actor, PAGE, first), `c${first}`, { remaining }));
    }
    const saved = must(await place.vault.saveChange(createPerson({ nickname: 'Nuova' })));
    const { vault, store } = await crashAndUnlock(place);
    expect(vault.unreadable).toEqual([]);
    const people = vault.caseload.ofKind('beneficiary');
    expect(people).toHaveLength(count + 1);
    expect(new Set(people.map(({ record }) => record.fields.nickname)).size).toBe(count + 1);
    expect(vault.caseload.find(saved.recordId)?.waiting).toBe(1);
    expect(store.cursor()).toBe(`c${count - PAGE + 1}`);
  },
  120_000,
);
