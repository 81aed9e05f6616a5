import type { Page } from 'playwright-core';
import { registerGhita, rename, takeBothNames } from '../../journeys/pages/desk.ts';
import { button, field, pillSays, sees, toldOf, turnTo } from '../../journeys/pages/screen.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, goTo, speak } from '../walk.ts';

const FACES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, { size: 'phone', isWhole: true }];
const LANGUAGES = [
  ['English', '-en', ONE_EACH],
  ['Italiano', '', FACES],
] as const;

/**
 * A person whose two names are taken away at once on two devices: the second change is refused. It is put right by its author, or by the
 * coordinator, and each says so to the other.
 */
export async function takeMending(studio: Studio, demo: Demo): Promise<void> {
  const street = await studio.browse();
  await comeIn(street, demo, { city: 'empty', label: 'Unità mobile 2', username: 'marta' });
  await registerGhita(street);
  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'empty', label: 'Ufficio', username: 'lucia' });
  await street.context().setOffline(true);
  await takeBothNames(street, desk);
  await street.context().setOffline(false);
  await pillSays(street, 'da sistemare');
  await openFirst(street);
  await takeForm(studio, street, 'mending-author');
  await button(street, 'Salva e rimanda').click();
  await studio.take(street, 'mending-author-still-wrong', [...ONE_EACH, ...TIGHT_FACES]);

  await turnTo(desk, 'Da sistemare');
  await sees(desk, 'Arrivati al server, non accettati');
  await openFirst(desk);
  await takeForm(studio, desk, 'mending-arrived');
  await takeForm(studio, desk, 'mending-coordinator', /^(Correggi qui|Correct here)$/);
  await desk.context().setOffline(true);
  await field(desk, 'Soprannome').fill('Gigetta');
  await button(desk, 'Salva').click();
  await toldOf(desk, 'Salvato su questo dispositivo');
  await goTo(desk, '/attention');
  await studio.take(desk, 'mending-coordinator-waits', ONE_EACH);
  await desk.context().setOffline(false);
  await sees(desk, 'Niente da sistemare');
  await pillSays(street, 'Tutto al sicuro');
  await studio.take(street, 'mending-author-settled', ONE_EACH);
  await goTo(street, '/attention');
  await button(street, 'Ho visto').waitFor();
  await studio.take(street, 'mending-author-told', EVERY_FACE);
  await button(street, 'Ho visto').click();
  await takeLateChoice(studio, street, desk);
}

/** Two people choose between the two values of a telephone; the one who was offline comes second. */
async function takeLateChoice(studio: Studio, street: Page, desk: Page): Promise<void> {
  await street.context().setOffline(true);
  await rename(street, '«Gigetta»', 'Telefono', '010 111 222');
  await rename(desk, '«Gigetta»', 'Telefono', '010 333 444');
  await pillSays(desk, 'Tutto al sicuro');
  await street.context().setOffline(false);
  for (const page of [street, desk]) {
    await pillSays(page, 'da sistemare');
    await openFirst(page);
  }
  await street.context().setOffline(true);
  await button(street, 'Tieni questo: 010 111 222').click();
  await toldOf(street, 'Salvato su questo dispositivo');
  await button(desk, 'Tieni questo: 010 333 444').click();
  await pillSays(desk, 'Tutto al sicuro');
  await street.context().setOffline(false);
  await pillSays(street, 'da sistemare');
  await openFirst(street);
  await takeForm(studio, street, 'mending-late-choice');
}

async function openFirst(page: Page): Promise<void> {
  await goTo(page, '/attention');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.waitForFunction(() => location.pathname.startsWith('/attention/'));
}

async function takeForm(studio: Studio, page: Page, name: string, opener?: RegExp): Promise<void> {
  const path = new URL(page.url()).pathname;
  for (const [language, suffix, faces] of LANGUAGES) {
    await speak(page, language);
    await goTo(page, path);
    if (opener !== undefined) await button(page, opener).click();
    await studio.take(page, `${name}${suffix}`, faces);
  }
}
