import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { groupEntries } from '../../../src/features/agenda/agenda-groups.ts';
import { entriesToIcs } from '../../../src/features/agenda/calendar-file.ts';
import { monthWeeks } from '../../../src/features/agenda/month-weeks.ts';
import { agendaEntries, agendaEntriesOn, entryLine } from '../../../src/features/agenda-entries.ts';
import { officeTimeToDate } from '../../../src/features/office-time.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { lucia, marta, NOW, recordOf, serviceOf, TODAY, vaultOf, youssef } from '../vault-of.ts';

const words = createTranslator('it', it);
const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo' });
const visit = recordOf('appointment', {
  what: 'Visita in ospedale',
  date: TODAY,
  time: '16:30',
  beneficiary: amina.id,
  place: 'San Martino',
  state: 'PLAN',
});
const ofYoussef = recordOf('appointment', { what: 'Sportello', date: TODAY, state: 'PLAN' }, { by: youssef });
const referral = serviceOf({ types: ['INVI'], date: '2026-11-09', beneficiary: amina.id, referralTo: 'CPIA' });
const records = [amina, visit, ofYoussef, referral];

describe('whose agenda', () => {
  test('mine is what I wrote; a colleague’s stands under everybody’s', () => {
    const vault = vaultOf(records, { actor: marta });
    expect(agendaEntries(vault, 'mine', TODAY, TODAY).map(({ record }) => record.id)).toEqual([visit.id, referral.id]);
    expect(agendaEntries(vault, 'all', TODAY, TODAY)).toHaveLength(3);
    expect(agendaEntries(vaultOf(records, { actor: lucia }), 'mine', TODAY, TODAY)).toEqual([]);
  });

  test('a line says what, when and with whom, and leads to it', () => {
    const vault = vaultOf(records, { actor: marta });
    const lines = agendaEntries(vault, 'mine', TODAY, TODAY).map((entry) => entryLine(vault, words, entry, TODAY));
    expect(lines).toMatchObject([
      { title: 'Visita in ospedale', subtitle: '16:30 · Amina D. · San Martino', href: `/agenda/${visit.id}` },
      { title: 'Chiedi com’è andato l’invio', subtitle: 'Amina D. · CPIA', href: `/service/${referral.id}` },
    ]);
  });
});

test('the list has what is late, today, until Sunday, and later', () => {
  // TODAY is a Monday.
  const on = (date: string) => recordOf('appointment', { what: 'x', date, state: 'PLAN' });
  const vault = vaultOf([on('2026-11-22'), on(TODAY), on('2026-11-29'), on('2026-11-30')], { actor: marta });
  const groups = groupEntries(agendaEntries(vault, 'mine', TODAY, '2026-12-31'), TODAY);
  expect(groups.map(({ group, entries }) => [group, entries[0]?.due])).toEqual([
    ['late', '2026-11-22'],
    ['today', TODAY],
    ['week', '2026-11-29'],
    ['later', '2026-11-30'],
  ]);
});

test('the calendar has what is due on the days that it shows beside its month', () => {
  const on = (date: string) => recordOf('appointment', { what: 'x', date, state: 'PLAN' });
  const vault = vaultOf(['2026-10-25', '2026-10-26', '2026-12-06', '2026-12-07'].map(on), { actor: marta });
  const days = monthWeeks('2026-11-23').flat();
  expect(agendaEntriesOn(vault, 'mine', TODAY, days).map(({ due }) => due)).toEqual(['2026-10-26', '2026-12-06']);
});

test.each([
  ['2026-11-23', 6, '2026-10-26', '2026-12-06'],
  ['2027-02-10', 4, '2027-02-01', '2027-02-28'],
])('the month of %s has %i weeks, from %s to %s', (day, count, first, last) => {
  const weeks = monthWeeks(day);
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([count, first, last]);
});

test.each([
  ['2026-11-23', '16:30', '2026-11-23T15:30:00.000Z'],
  ['2026-07-01', '16:30', '2026-07-01T14:30:00.000Z'],
  ['2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'],
  ['2026-03-29', '00:30', '2026-03-28T23:30:00.000Z'],
])('on %s the offices’ %s is %s', (day, time, instant) => {
  expect(officeTimeToDate(day, time).toISOString()).toBe(instant);
});

test('a calendar file holds days, hours and kinds of things, and no word of a record', () => {
  const vault = vaultOf(records, { actor: marta });
  const file = entriesToIcs(agendaEntries(vault, 'all', TODAY, TODAY), words, NOW);
  for (const word of ['Amina', 'Diallo', 'ospedale', 'San Martino', 'CPIA', 'Sportello', 'Youssef']) {
    expect(file).not.toContain(word);
  }
  const { events = [] } = convertIcsCalendar(undefined, file);
  expect(events.map(({ summary, start }) => [summary, start.type ?? 'DATE-TIME', start.date.toISOString()])).toEqual([
    ['Taccuino: appuntamento', 'DATE-TIME', '2026-11-23T15:30:00.000Z'],
    ['Taccuino: appuntamento', 'DATE', '2026-11-23T00:00:00.000Z'],
    ['Taccuino: esito di un invio', 'DATE', '2026-11-23T00:00:00.000Z'],
  ]);
});
