import type { Page } from 'playwright-core';
import { damageOutbox } from '../../journeys/damage-outbox.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, saveContact, speak, unlock } from '../walk.ts';

const LANGUAGES = [
  ['English', '-en'],
  ['Italiano', ''],
] as const;
const UNKNOWN_ID = '00000000-0000-7000-8000-000000000000';

/** What did not go through: forms that cannot be saved yet, records that are not here, a correction that the server refuses. */
export async function takeTrouble(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 3', username: 'youssef' });
  for (const [name, path] of [
    ['contact', '/contact'],
    ['person', '/people/new'],
    ['placement', '/housing/new'],
  ] as const) {
    await goTo(page, path);
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await studio.take(page, `trouble-${name}`, EVERY_FACE);
  }
  for (const path of ['/people', '/service', '/housing', '/attention']) {
    await goTo(page, `${path}/${UNKNOWN_ID}`);
    await studio.take(page, `trouble-unknown${path.replace('/', '-')}`, ONE_EACH);
  }
  await beRefused(page, await studio.browse(), demo);
  await goTo(page, '/today');
  await studio.take(page, 'trouble-today', ONE_EACH);
  await goTo(page, '/attention');
  await studio.take(page, 'trouble-attention', ONE_EACH);
  await goTo(page, await firstLink(page, '/attention/'));
  await studio.take(page, 'trouble-refused', [...EVERY_FACE, ...TIGHT_FACES]);
  await page.getByRole('button', { name: 'Tieni quello sul server' }).click();
  await studio.take(page, 'trouble-refused-keep', [...EVERY_FACE, ...TIGHT_FACES]);
  await page.keyboard.press('Escape');
  await takeFault(studio, page);
  await takeDamage(studio, await studio.browse(), demo);
}

/** A bug of ours takes a screen down: here nothing can be counted any more. */
async function takeFault(studio: Studio, page: Page): Promise<void> {
  for (const [language, suffix] of LANGUAGES) {
    await speak(page, language);
    await page.evaluate(() => {
      Intl.PluralRules.prototype.select = () => {
        throw new Error('a bug');
      };
      history.pushState(null, '', '/today');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('alert').waitFor();
    await studio.take(page, `trouble-fault${suffix}`, [...EVERY_FACE, ...TIGHT_FACES]);
    await page.getByRole('button', { name: /^(Riapri Taccuino|Open Taccuino again)/ }).click();
    await unlock(page);
  }
}

/** Saved work that the disk damaged: what is said of it, and how it is set aside. */
async function takeDamage(studio: Studio, page: Page, demo: Demo): Promise<void> {
  // Where nothing else is to be put right: that comes first in the pill.
  await comeIn(page, demo, { city: 'empty', label: 'Unità mobile 9', username: 'marta' });
  await page.context().setOffline(true);
  await goTo(page, '/contact');
  await page.getByText('Unità mobile', { exact: true }).click();
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').first().click();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.waitForFunction(() => location.pathname !== '/contact');
  await saveContact(page, 1);
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(`${demo.url}/healthz`);
  await page.evaluate(damageOutbox);
  await page.goto(demo.url);
  await studio.take(page, 'trouble-damage-locked', ONE_EACH);
  await unlock(page);
  await page.getByText('non si leggono').first().waitFor();
  await studio.take(page, 'trouble-damage-today', EVERY_FACE);
  for (const [language, suffix] of LANGUAGES) {
    await speak(page, language);
    await goTo(page, '/safety');
    await studio.take(page, `trouble-damage${suffix}`, [...EVERY_FACE, ...TIGHT_FACES]);
    await page.getByRole('button', { name: /^(Metti da parte|Set aside)$/ }).click();
    await studio.take(page, `trouble-damage-ask${suffix}`, [...EVERY_FACE, ...TIGHT_FACES]);
    if (language === 'English') await page.keyboard.press('Escape');
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Metti da parte' }).click();
  await page.getByText('Messo da parte').waitFor();
  await studio.take(page, 'trouble-damage-aside', EVERY_FACE);
}

/** Youssef corrects, without network, what Lucia deletes meanwhile. */
export async function beRefused(page: Page, office: Page, demo: Demo): Promise<void> {
  await saveContact(page, 0);
  await goTo(page, '/today');
  const service = await firstLink(page, '/service/');
  await page
    .locator('main')
    .getByText(/sul server/)
    .first()
    .waitFor();
  await page.context().setOffline(true);
  await goTo(page, `${service}/edit`);
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').nth(1).click();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Salvato').first().waitFor();

  await comeIn(office, demo, { city: 'full', label: 'Ufficio', username: 'lucia' });
  await goTo(office, service);
  await office.getByRole('button', { name: 'Elimina' }).click();
  await office.getByText('Salvato').first().waitFor();
  await office.waitForTimeout(2_000);
  await page.context().setOffline(false);
  await page
    .getByText(/da sistemare/)
    .first()
    .waitFor();
}
