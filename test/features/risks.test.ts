import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { OpenVault, StorageTrouble } from '../../src/device/open-vault.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { riskToWords } from '../../src/features/risk-words.ts';
import { type Risk, risksOf } from '../../src/features/risks.ts';
import type { StorageState } from '../../src/features/session.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';
import { marta, NOW, outboxItemOf, serviceOf, vaultOf } from './vault-of.ts';

const calm: StorageState = { isPersisted: true, usageBytes: 6_000_000, quotaBytes: 9_000_000_000 };
const change = { type: 'remove', kind: 'service', recordId: serviceOf({}).id } as const;
const waitingSince = (savedAt: string) => ({ ...outboxItemOf(change), savedAt });

type Parts = {
  readonly outbox?: OpenVault['outbox']['value'];
  readonly storage?: StorageState;
  readonly unreadable?: OpenVault['unreadable'];
  readonly drafts?: StorageTrouble;
  readonly actor?: Actor;
};
function risks({ outbox = [], storage = calm, unreadable = [], drafts, actor = marta }: Parts): readonly Risk[] {
  const vault = vaultOf([], { outbox, actor });
  return risksOf({
    vault: { ...vault, unreadable, drafts: { ...vault.drafts, trouble: signal(drafts) } },
    storage,
    now: NOW,
  });
}

test('a device in order has nothing to say', () => {
  expect(risks({ outbox: [waitingSince('2026-11-23T08:00:00.000Z')] })).toEqual([]);
});

test('work that is only here is said after two days, with the age of the oldest', () => {
  const oldest = waitingSince('2026-11-19T16:41:00.000Z');
  expect(risks({ outbox: [waitingSince('2026-11-21T16:41:01.000Z')] })).toEqual([]);
  expect(risks({ outbox: [waitingSince('2026-11-21T16:41:00.000Z')] })).toMatchObject([{ what: 'old', days: 2 }]);
  expect(risks({ outbox: [waitingSince(NOW), oldest] })).toMatchObject([{ what: 'old', count: 2, days: 4 }]);
});

test('what was refused has left the device and does not grow old here', () => {
  const refused = { ...outboxItemOf(change, { type: 'RecordRemoved' }), savedAt: '2026-11-01T00:00:00.000Z' };
  expect(risks({ outbox: [refused] })).toEqual([]);
});

test('a clock that was set back alarms nobody', () => {
  expect(risks({ outbox: [waitingSince('2027-11-23T16:41:00.000Z')] })).toEqual([]);
});

test('space is said from four fifths on, and not where the browser does not tell', () => {
  const used = (usageBytes: number | undefined) => risks({ storage: { ...calm, usageBytes, quotaBytes: 1_000 } });
  expect(used(794)).toEqual([]);
  expect(used(800)).toMatchObject([{ what: 'space', percent: 80 }]);
  expect(used(1_200)).toMatchObject([{ percent: 100 }]);
  expect(used(undefined)).toEqual([]);
  expect(risks({ storage: { ...calm, usageBytes: 1, quotaBytes: 0 } })).toEqual([]);
});

test('saved work that does not open is called so, as the pill calls it, and not a part of the data', async () => {
  const words = await loadTranslator('it');
  const damage = { table: 'outbox', rowId: '1', reason: 'Truncated' } as const;
  const titlesOf = (unreadable: OpenVault['unreadable']) =>
    risks({ unreadable }).map((risk) => riskToWords(words, risk).title);
  expect(titlesOf([damage])).toEqual(['1 modifica salvata qui non si legge']);
  expect(titlesOf([damage, { ...damage, table: 'segments' }])).toEqual(['Mancano 2 parti dei dati']);
});

test('all at once, the most urgent comes first', () => {
  const all = risks({
    outbox: [waitingSince('2026-11-01T00:00:00.000Z')],
    storage: { isPersisted: false, usageBytes: 9, quotaBytes: 10 },
    unreadable: [
      { table: 'segments', rowId: '1', reason: 'Truncated' },
      { table: 'segments', rowId: '2', reason: 'NewerSchema' },
    ],
    drafts: { type: 'QuotaExceeded' },
  });
  expect(all.map(({ what }) => what)).toEqual(['drafts', 'missing', 'old', 'space', 'unprotected']);
  expect(all[1]).toMatchObject({ count: 1 });
});

test.each(['it', 'en'] as const)(
  'every risk says in %s what is wrong and, in another sentence, what to do',
  async (locale) => {
    const words = await loadTranslator(locale);
    const all: Risk[] = [
      { what: 'drafts', tone: 'stop', trouble: 'QuotaExceeded' },
      { what: 'missing', tone: 'stop', count: 1, isWork: false },
      { what: 'missing', tone: 'stop', count: 2, isWork: true },
      { what: 'old', tone: 'wait', count: 3, days: 4 },
      { what: 'space', tone: 'wait', percent: 91, isOfWriter: true },
      { what: 'unprotected', tone: 'wait', isOfWriter: true },
    ];
    for (const risk of all) {
      const { title, text } = riskToWords(words, risk);
      expect(title).not.toMatch(/\{\w+\}/);
      expect(text.split(/[.:;] /).length, risk.what).toBeGreaterThan(1);
    }
  },
);

test.each([
  ['it', /invi|salva/i],
  ['en', /send|save/i],
] as const)('who only reads is told in %s nothing about sending and saving', async (locale, sending) => {
  const words = await loadTranslator(locale);
  const storage = { isPersisted: false, usageBytes: 9, quotaBytes: 10 };
  const textsOf = (actor: Actor) => risks({ storage, actor }).map((risk) => riskToWords(words, risk).text);
  const [space, unprotected] = textsOf({ ...marta, role: 'monitor' } as Actor);
  expect(space).not.toMatch(sending);
  expect(unprotected).not.toMatch(sending);
  for (const text of textsOf(marta)) expect(text).toMatch(sending);
});
