import { describe, expect, it } from 'vitest';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { ServerLedger } from '../world/server-ledger.ts';
import { compareWithLedger } from './compare.ts';

/** One change answered for, one contact saved in the browser; what is there is varied below. */
const ID = '019aa000-0000-7000-8000-000000000001';
const VERDICT = { seq: 1, changeId: ID, verdict: 'accepted', version: 1 } as const;
const contact = (nickname: string) =>
  ({ kind: 'service', fields: { contact: { nickname } } }) as unknown as RecordEnvelope;
const TOLD = {
  writers: [{ toldById: new Map([[ID, VERDICT]]), recordIds: new Set(['r1']) }],
  saved: ['Prova 1'],
  begun: ['Prova 1', 'Prova 2'],
};
const THERE: ServerLedger = {
  records: new Map([['r1', contact('Prova 1')]]),
  verdicts: new Map([[ID, VERDICT]]),
  effectsById: new Map([[ID, 1]]),
  visibleTo: () => new Map(),
};

describe('what was told against what is there', () => {
  it('finds nothing when all is as it was told, also with what was begun and cut short', () => {
    expect(compareWithLedger(THERE, TOLD)).toEqual([]);
    const more = new Map([...THERE.records, ['r2', contact('Prova 2')]]);
    expect(compareWithLedger({ ...THERE, records: more }, TOLD)).toEqual([]);
  });

  it.each<readonly [string, Partial<ServerLedger>, RegExp]>([
    ['a change that is gone', { verdicts: new Map() }, /there is undefined/],
    ['another verdict', { verdicts: new Map([[ID, { ...VERDICT, version: 2 }]]) }, /told/],
    ['a change that counts twice', { effectsById: new Map([[ID, 2]]) }, /2 times/],
    ['a record that is gone', { records: new Map([['r2', contact('Prova 1')]]) }, /r1 was answered for/],
    ['a contact that is gone', { records: new Map([['r1', contact('Prova 2')]]) }, /Prova 1 was saved/],
    [
      'a contact that is doubled',
      { records: new Map([...THERE.records, ['r2', contact('Prova 1')]]) },
      /Prova 1 is there 2 times/,
    ],
    ['a contact that nobody wrote', { records: new Map([...THERE.records, ['r2', contact('X')]]) }, /nobody wrote/],
  ])('finds %s', (_, there, sentence) => {
    expect(compareWithLedger({ ...THERE, ...there }, TOLD)).toContainEqual(expect.stringMatching(sentence));
  });
});
