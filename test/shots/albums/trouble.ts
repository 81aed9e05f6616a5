import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { goTo } from '../walk.ts';
import { comeIn } from '../walk.ts';

/** What did not go through: forms that cannot be saved yet, and a record that is not on this device. */
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
  for (const path of ['/people', '/service', '/housing', '/review', '/attention']) {
    await goTo(page, `${path}/00000000-0000-7000-8000-000000000000`);
    await studio.take(page, `trouble-unknown${path.replace('/', '-')}`, ONE_EACH);
  }
}
