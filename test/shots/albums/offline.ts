import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, goTo, saveContact } from '../walk.ts';

/** At dusk in a square without network: what was saved here, what waits, and a form left half filled. */
export async function takeOffline(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 1', username: 'youssef' });
  await page.context().setOffline(true);
  for (const chip of [0, 1, 2]) await saveContact(page, chip);
  await goTo(page, '/people/new');
  await page.getByLabel('Nome', { exact: true }).fill('Amina');
  await page.waitForTimeout(1_500);
  await goTo(page, '/today');
  await page
    .getByText(/Senza rete/)
    .first()
    .waitFor();
  await studio.take(page, 'offline-today', [...EVERY_FACE, { size: 'phone', theme: 'dark' }]);
  await goTo(page, '/safety');
  await studio.take(page, 'offline-safety', EVERY_FACE);
  await goTo(page, '/mine');
  await studio.take(page, 'offline-mine', ONE_EACH);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Blocca adesso' }).click();
  await page.getByText('Altra persona').waitFor();
  await studio.take(page, 'offline-unlock', EVERY_FACE);
}
