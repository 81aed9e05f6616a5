// What the person served sees on the tablet, and what nobody sees: the informativa in Arabic without a network, and the cover.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookAt } from './look-for-barriers.ts';
import { enrol, signIn } from './pages/entrance.ts';
import { arrived, button, chip, field, folded, link, pillSays, sees, turnTo } from './pages/screen.ts';
import { fillPerson, openPerson, registerPerson, save } from './pages/writing.ts';
import { step } from './step.ts';
import { PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();
const dialog = (page: Page) => page.getByRole('dialog');

test('the informativa is shown in Arabic without a network, recorded, and reaches the server', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await step('a worker knows two people and loses the network', async () => {
    await enrol(page, office().code, 'Sportello');
    await signIn(page, PEOPLE.marta);
    await registerPerson(page, { givenName: 'Zulaykha', familyName: 'Camara' });
    await fillPerson(page, { givenName: 'Amina', familyName: 'Diallo' });
    await chip(page, 'Lingue', 'arabo').click();
    await save(page);
    await pillSays(page, 'Tutto al sicuro');
    await tablet.line.cut();
    await pillSays(page, 'Senza rete');
  });
  await step('one tap shows it in her language, from right to left, and nothing of anybody else', async () => {
    await openPerson(page, 'amina', 'Amina D.');
    await sees(page, 'non ancora consegnata');
    await button(page, 'Mostra l’informativa').click();
    await dialog(page).getByRole('heading', { name: 'ما نكتبه عنك ولماذا' }).waitFor();
    expect(await dialog(page).getAttribute('lang')).toBe('ar');
    const [back, title, middle] = await Promise.all([
      endOf(dialog(page).getByRole('button', { name: /Indietro/ })),
      endOf(dialog(page).getByRole('heading', { level: 1 })),
      page.evaluate(() => innerWidth / 2),
    ]);
    expect(back).toBeGreaterThan(middle);
    expect(title).toBeGreaterThan(middle);
    // This browser has no voices at all: it says so instead of a button that does nothing.
    await dialog(page).getByText('non ha una voce per questa lingua').waitFor();
    expect(await dialog(page).textContent()).not.toMatch(/Amina|Zulaykha|Marta/);
    expect(await seenAt(page)).toEqual([]);
    expect(await lookAt(page, 'informativa in Arabic')).toEqual([]);
  });
  await step('a second tap records day, language and text', async () => {
    await button(page, /Consegnata/).click();
    await dialog(page).waitFor({ state: 'detached' });
    await sees(page, /^arabo, .+, v1$/);
  });
  await step('a new person is handed it before they are saved, in another language than the first guess', async () => {
    await fillPerson(page, { givenName: 'Imran', familyName: 'Khan' });
    await folded(page, 'Altri dati').click();
    await button(page, 'Mostra l’informativa').click();
    await dialog(page).getByRole('button', { name: 'اردو', exact: true }).click();
    await dialog(page).getByRole('heading', { name: 'ہم آپ کے بارے میں کیا لکھتے ہیں اور کیوں' }).waitFor();
    await button(page, /Consegnata/).click();
    expect(await field(page, 'Ho consegnato l’informativa').isChecked()).toBe(true);
    await save(page);
    await openPerson(page, 'imran', 'Imran K.');
    await sees(page, /^urdu, .+, v1$/);
  });
  await step('with a network the server takes both', async () => {
    await tablet.line.restore();
    await pillSays(page, 'Tutto al sicuro');
  });
  expect(tablet.faults).toEqual([]);
});

test('one tap or Escape twice hides everything, only one tap brings it back, and leaving the app covers it', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  const page = await tablet.open();
  await enrol(page, office().code, 'Unità mobile 4');
  await signIn(page, PEOPLE.dario);
  await fillPerson(page, { givenName: 'Blessing', familyName: 'Osagie' });
  const isHidden = () => dialog(page).getByRole('heading', { name: 'In pausa' }).waitFor();

  await step('one tap hides a half-filled form', async () => {
    await button(page, 'Nascondi lo schermo').click();
    await isHidden();
    expect(await seenAt(page)).toEqual([]);
    expect(await dialog(page).textContent()).not.toMatch(/Blessing|Osagie|Dario/);
    expect(await lookAt(page, 'cover')).toEqual([]);
  });
  await step('what one goes on typing does not bring it back', async () => {
    for (const key of ['Escape', 'Escape', 'Escape', 'Enter', ' ', 'a']) await page.keyboard.press(key);
    await isHidden();
    expect(await seenAt(page)).toEqual([]);
  });
  await step('one tap brings it back as it was', async () => {
    await button(page, 'Riprendi').click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await field(page, 'Nome').inputValue()).toBe('Blessing');
    await save(page);
  });
  await step('Escape twice hides the list of people', async () => {
    await turnTo(page, 'Persone');
    await arrived(page, 'Persone');
    await link(page, 'Blessing O.').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await dialog(page).count()).toBe(0);
    await page.keyboard.press('Escape');
    await isHidden();
    expect(await seenAt(page)).toEqual([]);
    await button(page, 'Riprendi').click();
  });
  await step('to the task switcher it shows nothing, and back it is there by itself', async () => {
    const name = link(page, 'Blessing O.').first();
    await turnAway(page, 'hidden');
    expect(await name.isVisible()).toBe(false);
    await turnAway(page, 'visible');
    expect(await name.isVisible()).toBe(true);
  });
  expect(tablet.faults).toEqual([]);
});

async function endOf(what: ReturnType<Page['locator']>): Promise<number> {
  const box = await what.boundingBox();
  return box === null ? Number.NaN : box.x + box.width;
}

/** What a look at the screen meets that does not belong to the dialog on top, at points all over it. */
const seenAt = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const places = [0.01, 0.25, 0.5, 0.75, 0.99];
    return places.flatMap((across) =>
      places.flatMap((down) => {
        const element = document.elementFromPoint(innerWidth * across, innerHeight * down);
        return element?.closest('dialog[open]') ? [] : [element?.outerHTML.slice(0, 80) ?? 'nothing'];
      }),
    );
  });

/** As the system tells a page; a browser without windows never hides one by itself. */
const turnAway = (page: Page, state: DocumentVisibilityState): Promise<void> =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
