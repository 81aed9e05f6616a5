// The ten jobs that people do most, each from home to where it is done. Written once, for any hand.

import type { Page } from 'playwright-core';
import type { Hand } from './hands.ts';
import { giveBack } from './pages/review.ts';
import { arrived, button, chip, field, isThere, link, pillSays, sees, toldOf, turnTo } from './pages/screen.ts';

/** At home, with six people of whom one has a card, two homes lived in since last month, and an event. */
export type Street = {
  readonly page: Page;
  readonly hand: Hand;
  readonly card: string;
  /** A person without a placement, as the screens show the name. */
  readonly somebody: string;
};

type Job = {
  readonly name: string;
  readonly run: (street: Street) => Promise<void>;
  /** What somebody else does before. */
  readonly prepare?: (desks: {
    readonly page: Page;
    readonly review: Page;
    readonly somebody: string;
  }) => Promise<void>;
};

const WHAT = 'Che cosa avete fatto?';
const GROUP = ['Amina D.', 'Ousmane C.', 'Fatou S.', 'Bilal K.', 'Rosa P.', 'Samir H.'] as const;

export const JOBS: readonly Job[] = [
  {
    name: 'anonymous contact',
    async run({ page, hand }) {
      await hand.press(link(page, 'Contatto anonimo').first());
      await hand.press(chip(page, WHAT, 'Primo contatto'));
      await save(page, hand);
    },
  },
  {
    name: 'service for a known person',
    async run({ page, hand }) {
      await hand.press(link(page, 'Servizio a una persona').first());
      await hand.press(button(page, 'Samir H.'));
      await hand.press(chip(page, WHAT, 'Orientamento'));
      await save(page, hand);
    },
  },
  {
    name: 'service for a group of eight',
    async run({ page, hand }) {
      await hand.press(link(page, 'Servizio a una persona').first());
      await hand.press(button(page, 'Più persone insieme'));
      await arrived(page, 'Più persone insieme');
      for (const name of GROUP) await hand.press(page.getByRole('checkbox', { name }));
      for (let more = 0; more < 2; more++) await hand.press(button(page, 'Una persona in più'));
      await hand.press(chip(page, WHAT, 'Orientamento'));
      await save(page, hand, 'Salva per 8 persone');
    },
  },
  {
    name: 'register a person, with a look at who may be the same',
    async run({ page, hand }) {
      await hand.press(link(page, 'Nuova persona').first());
      await hand.write(field(page, 'Nome'), 'Amina');
      await hand.write(field(page, 'Cognome'), 'Dialo');
      await hand.press(button(page, /^È un’altra persona, non Amina D\./).first());
      await save(page, hand);
    },
  },
  {
    name: 'find a person by the code of the card',
    async run({ page, hand, card }) {
      await hand.press(link(page, 'Persone').first());
      await hand.press(link(page, 'Cerca con la tessera').first());
      await hand.write(page.getByRole('textbox', { name: 'Codice' }), card);
      await hand.press(button(page, 'Cerca'));
      await arrived(page, 'Amina D.');
    },
  },
  {
    name: 'start a placement',
    async run({ page, hand, somebody }) {
      await hand.press(link(page, 'Nuovo inserimento').first());
      await arrived(page, 'Nuovo inserimento');
      await hand.press(button(page, somebody));
      await hand.press(chip(page, 'Che cosa fate per questa persona?', 'Ricerca casa'));
      await save(page, hand);
    },
  },
  {
    name: 'a month of a placement',
    async run({ page, hand }) {
      await hand.press(link(page, /^Com’è andato /).first());
      await hand.press(chip(page, 'Problemi', 'Nessun problema'));
      await save(page, hand);
    },
  },
  {
    name: 'presences of twenty at an event',
    async run({ page, hand }) {
      await hand.press(link(page, 'Eventi').first());
      await hand.press(link(page, /Orto di tutti/).first());
      await hand.press(link(page, 'Segna le presenze'));
      await hand.write(field(page, 'Cerca una persona, o scrivi +12 per un gruppo'), '+20');
      await page.keyboard.press('Enter');
      await hand.press(chip(page, 'Quante ore, per tutti', '2 h'));
      await hand.press(button(page, 'Scrivi le ore'));
      await toldOf(page, /Ore scritte/);
    },
  },
  {
    name: 'answer what was returned',
    async prepare({ page, review, somebody }) {
      await pillSays(page, 'Tutto al sicuro');
      await giveBack(review, `Persona · ${somebody}`, 'Che lingua parla?');
      await turnTo(page, 'Oggi');
      await sees(page, 'Tornato da Chiara');
    },
    async run({ page, hand }) {
      await hand.press(link(page, /Tornato da Chiara/).first());
      await hand.press(link(page, 'Correggi').first());
      await hand.write(field(page, 'La tua risposta'), 'Il francese.');
      await save(page, hand, 'Salva e rimanda');
    },
  },
  {
    name: 'the day’s end: is everything safe?',
    async run({ page, hand }) {
      await hand.press(page.locator('a.pill').first());
      await arrived(page, 'I tuoi dati');
      await isThere(page.getByRole('main').getByText('Tutto al sicuro'));
    },
  },
];

async function save(page: Page, hand: Hand, verb = 'Salva'): Promise<void> {
  const form = page.locator('form').filter({ has: button(page, verb) });
  await hand.press(button(page, verb));
  await form.waitFor({ state: 'detached' });
}
