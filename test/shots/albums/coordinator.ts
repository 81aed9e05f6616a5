import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, goTo } from '../walk.ts';
import { takeTour } from './tour.ts';

/** The coordinator at quarter end: the queue, one decision, many at once. */
export async function takeCoordinator(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio', username: 'lucia' });
  await goTo(page, '/review');
  await page.locator('.split-list li').first().waitFor();
  await page
    .locator('.split-list li')
    .nth(1)
    .getByRole('button')
    .or(page.locator('.split-list li').nth(1).getByRole('link'))
    .first()
    .click();
  const open = new URL(page.url()).pathname;
  await takeTour(studio, page, 'coordinator', [
    { name: 'review', path: '/review' },
    { name: 'review-open', path: open },
    { name: 'attention', path: '/attention' },
    { name: 'settings', path: '/settings' },
    { name: 'people', path: '/people' },
    { name: 'register', path: '/register' },
  ]);
  await goTo(page, open);
  await page.getByRole('button', { name: /Rimanda/ }).click();
  await studio.take(page, 'coordinator-review-return', EVERY_FACE);
  await goTo(page, '/review');
  for (const index of [0, 2, 3])
    await page.locator('.split-list input[type=checkbox]').nth(index).click({ force: true });
  await studio.take(page, 'coordinator-review-many', ONE_EACH);
  await goTo(page, '/settings');
  // Not this very device, which stands first.
  await page
    .getByRole('button', { name: /Disattiva/ })
    .nth(1)
    .click();
  await studio.take(page, 'coordinator-revoke', ONE_EACH);
}
