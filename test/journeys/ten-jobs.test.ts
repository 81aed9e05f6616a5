// The ten commonest jobs, first by finger with every tap counted, then by keyboard alone. What is counted stands in test/README.md.

import { expect, test } from 'vitest';
import { countTaps, type Effort } from './count-taps.ts';
import { differences, writeTable } from './effort-table.ts';
import { finger, type Hand, keyboard } from './hands.ts';
import { JOBS } from './jobs.ts';
import { sitDown } from './pages/desk.ts';
import { createEvent } from './pages/events.ts';
import { makeCard, moveIn, tellMonth } from './pages/people.ts';
import { arrived, link, pillSays, turnTo } from './pages/screen.ts';
import { logContact, registerPerson } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

const KNOWN = ['Amina Diallo', 'Ousmane Camara', 'Fatou Sow', 'Bilal Khan', 'Rosa Perez', 'Samir Haddad'] as const;
const TENANTS = [
  ['bilal', 'Bilal K.'],
  ['rosa', 'Rosa P.'],
] as const;

test('the ten commonest jobs cost the taps that are told, and the keyboard alone does them all', async () => {
  const { tablet, page } = await sitDown(office(), 'Unità mobile 2', PEOPLE.marta);
  const { tablet: desk, page: review } = await sitDown(office(), 'Ufficio', PEOPLE.chiara);
  const card = await step('a worker has six people, a card, two homes and an event', async () => {
    for (const name of KNOWN) {
      const [givenName = '', familyName = ''] = name.split(' ');
      await registerPerson(page, { givenName, familyName });
    }
    await logContact(page, 'Primo contatto');
    for (const [search, shownAs] of TENANTS) {
      await moveIn(page, search, shownAs);
      await tellMonth(page);
    }
    await createEvent(page, 'Orto di tutti', 'Cura del verde', 'Giardini');
    return makeCard(page, 'amina', 'Amina D.');
  });

  const efforts = new Map<string, { finger: Effort; keyboard: Effort }>();
  for (const job of JOBS) {
    const doIt = async (how: string, hand: Hand, somebody: string): Promise<Effort> => {
      await job.prepare?.({ page, review, somebody });
      await turnTo(page, 'Oggi');
      return step(`${job.name}, ${how}`, () => countTaps(page, () => job.run({ page, hand, card, somebody })));
    };
    const byFinger = await doIt('by finger', finger, 'Fatou S.');
    const byKeyboard = await doIt('by keyboard', keyboard(page), 'Samir H.');
    expect(byKeyboard.taps, `${job.name} by keyboard`).toBe(0);
    efforts.set(job.name, { finger: byFinger, keyboard: byKeyboard });
  }
  await pillSays(page, 'Tutto al sicuro');
  await step('and a screen reader reads out what a contact asks, in order and by name', async () => {
    await turnTo(page, 'Oggi');
    await link(page, 'Contatto anonimo').first().click();
    await arrived(page, 'Contatto anonimo');
    const tree = await page.getByRole('main').ariaSnapshot();
    const asked = tree.match(/\b(?:heading|group|radiogroup|spinbutton) "[^"]+"/g) ?? [];
    expect(asked.slice(0, 7)).toEqual([
      'heading "Contatto anonimo"',
      'group "Che cosa avete fatto?"',
      'spinbutton "Quante persone?"',
      'heading "Se lo sai"',
      'radiogroup "Lingua"',
      'radiogroup "Genere"',
      'radiogroup "Età"',
    ]);
    expect(tree.match(/\bbutton "[^"]+"/g)?.at(-1)).toBe('button "Salva"');
    expect(
      tree.match(/- (?:button|link|checkbox|radio|textbox|spinbutton|combobox)\b(?! ")/g),
      'without a name',
    ).toBeNull();
  });
  if (process.env.TACCUINO_WRITE_TABLES !== undefined) writeTable(efforts);
  expect(differences(efforts)).toEqual([]);
  expect([...tablet.faults, ...desk.faults]).toEqual([]);
});
