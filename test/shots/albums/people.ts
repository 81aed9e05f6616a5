import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Studio } from '../studio.ts';
import { comeIn, firstLink, goTo } from '../walk.ts';
import { takeTour } from './tour.ts';

/** Who somebody is: an anonymous contact that gets a name, two records of one person, and what was merged already. */
export async function takePeople(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio persone', username: 'lucia' });
  await goTo(page, '/contact');
  await page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label').first().click();
  const place = page.getByText('Unità mobile', { exact: true });
  if (await place.isVisible()) await place.click();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.waitForFunction(() => location.pathname !== '/contact');
  await goTo(page, '/mine');
  const contact = await firstLink(page, '/service/');

  await goTo(page, '/people/doubles');
  await page
    .getByRole('link', { name: /^Confronta/ })
    .first()
    .waitFor();
  await page.getByText('Cerco i doppioni').waitFor({ state: 'detached' });
  const compare =
    (await page
      .getByRole('link', { name: /^Confronta/ })
      .first()
      .getAttribute('href')) ?? '';
  const person = compare.split('/merge')[0] ?? '';
  await takeTour(studio, page, 'people', [
    { name: 'contact', path: contact },
    { name: 'contact-link', path: `${contact}/link` },
    { name: 'contact-named', path: `${contact}/link?person=${person.split('/').at(-1)}` },
    { name: 'doubles', path: '/people/doubles' },
    { name: 'merge', path: compare },
    { name: 'merge-who', path: `${person}/merge` },
  ]);
  await goTo(page, compare);
  await page.getByRole('button', { name: 'Unisci le due schede' }).click();
  await page.getByText('Schede unite a questa').waitFor();
  const survivor = new URL(page.url()).pathname;
  await takeTour(studio, page, 'people', [{ name: 'merged', path: survivor }]);
  await goTo(page, survivor);
  await goTo(page, await firstLink(page, '/people/0'));
  await studio.take(page, 'people-merged-away', EVERY_FACE);
}
