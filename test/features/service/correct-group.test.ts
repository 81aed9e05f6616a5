import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { attentionItemsOf } from '../../../src/features/attention-items.ts';
import { correctable, groupEdits, startOfCorrection } from '../../../src/features/service/correct-group.ts';
import { forYouRows } from '../../../src/features/today/for-you.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { lucia, marta, NOW, serviceOf, TODAY, vaultOf } from '../vault-of.ts';

const words = createTranslator('it', it);
const group = v7();
const by = { id: lucia.id, name: lucia.name };
const saying = (text: string) => ({
  review: { state: 'returned' as const, by, at: NOW },
  comments: [{ id: v7(), by, at: NOW, text }] as never,
});
const inGroup = (fields = {}, parts = {}) =>
  serviceOf({ contact: { count: 1 }, group, placeKind: 'DESK', ...fields }, parts);
const heldIn = (...records: readonly ReturnType<typeof inGroup>[]) => vaultOf(records).caseload.ofKind('service');

describe('who a correction of a group is for', () => {
  const returned = inGroup({}, saying('Manca la durata'));
  const waiting = inGroup();
  const locked = inGroup({}, { review: { state: 'locked' } });

  test('is for those that were sent back, else for all that may still be corrected', () => {
    const idsOf = (...records: readonly ReturnType<typeof inGroup>[]) =>
      correctable(heldIn(...records), 'outreach').map(({ record }) => record.id);
    expect(idsOf(returned, waiting, locked)).toEqual([returned.id]);
    expect(idsOf(waiting, locked)).toEqual([waiting.id]);
  });
});

describe('what a correction of a group saves', () => {
  const first = inGroup({ minutes: 30, outcome: 'DONE' });
  const second = inGroup({ minutes: 45 });
  const members = heldIn(first, second);
  const start = startOfCorrection(members);

  test('starts with what all have alike, and with nothing that is one person’s own', () => {
    const { base, seen, ...shown } = start;
    expect(shown).toEqual({ types: ['CONT'], date: TODAY, placeKind: 'DESK' });
    expect(base).toEqual(shown);
    expect(seen).toEqual({ [first.id]: 1, [second.id]: 1 });
  });

  test('is nothing when nothing differs, and with an answer an edit that changes nothing', () => {
    expect(groupEdits(members, start, undefined)).toEqual([]);
    expect(groupEdits(members, start, 'Era giusto')).toMatchObject([
      { type: 'edit', fields: { types: { from: ['CONT'], to: ['CONT'] } }, comment: 'Era giusto' },
      { type: 'edit', fields: { types: { from: ['CONT'], to: ['CONT'] } }, comment: 'Era giusto' },
    ]);
  });

  test('is an edit of the fields that differ for each, from what each had', () => {
    const { placeKind: _, ...others } = start;
    const edits = groupEdits(members, { ...others, minutes: 60 }, undefined);
    const editOf = (id: string) => edits.find((one) => one.recordId === id);
    expect(edits).toHaveLength(2);
    expect(editOf(first.id)).toMatchObject({
      fields: { minutes: { from: 30, to: 60 }, placeKind: { from: 'DESK', to: null } },
    });
    expect(editOf(second.id)).toMatchObject({
      fields: { minutes: { from: 45, to: 60 }, placeKind: { from: 'DESK', to: null } },
    });
    expect(Object.keys(edits[0]?.type === 'edit' ? edits[0].fields : {}).sort()).toEqual(['minutes', 'placeKind']);
  });

  test('is about the version that the person saw, also when others wrote meanwhile', () => {
    const newer = heldIn({ ...first, version: 9, fields: { ...first.fields, date: '2026-11-01' } } as never, second);
    const edits = groupEdits(newer, { ...start, date: '2026-11-20' }, undefined);
    expect(edits.find((one) => one.recordId === first.id)).toMatchObject({
      seenVersion: 1,
      fields: { date: { from: TODAY, to: '2026-11-20' } },
    });
  });
});

test('a group that came back with one comment is one thing to do, and leads to the group', () => {
  const two = [inGroup({}, saying('Manca la durata')), inGroup({}, saying('Manca la durata'))];
  const vault = vaultOf(two, { actor: marta });
  expect(attentionItemsOf(vault)).toHaveLength(1);
  expect(forYouRows(vault, words, TODAY)).toMatchObject([
    { subtitle: '«Manca la durata» · Servizio · Gruppo di 2', href: `/service/group/${group}` },
  ]);
});

test('what was said of one alone stays apart', () => {
  const two = [inGroup({}, saying('Manca la durata')), inGroup({}, saying('Data sbagliata'))];
  expect(attentionItemsOf(vaultOf(two, { actor: marta }))).toHaveLength(2);
});
