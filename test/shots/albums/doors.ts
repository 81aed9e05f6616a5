import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { enrol, goTo, signIn } from '../walk.ts';

const ALL = [...EVERY_FACE, ...TIGHT_FACES];

/** Before the lock: joining, signing in, unlocking, and what each says when it does not work. */
export async function takeDoors(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await page.goto(demo.url);
  await studio.take(page, 'doors-enrol', ALL);
  await page.getByLabel('Codice').fill('D969-0000-0000');
  await page.getByLabel('Nome del dispositivo').fill('Unità mobile 2');
  await page.getByRole('button', { name: 'Collega' }).click();
  await page.getByText('Questo codice non va').waitFor();
  await studio.take(page, 'doors-enrol-trouble', ONE_EACH);

  await enrol(page, demo, { city: 'full', label: 'Unità mobile 2', username: 'marta' });
  await studio.take(page, 'doors-sign-in', ALL);
  await page.getByRole('button', { name: 'Entra' }).click();
  await studio.take(page, 'doors-sign-in-trouble', ONE_EACH);
  await signIn(page, 'marta');
  await lock(page);
  await page.getByText('Altra persona').click();
  await page.getByRole('button', { name: 'Entra' }).click();
  await signIn(page, 'youssef');
  await lock(page);
  await studio.take(page, 'doors-unlock', ALL);
  await page.getByText('Marta Riva').click();
  await page.getByLabel('Password', { exact: true }).fill('sbagliata');
  await page.getByRole('button', { name: 'Sblocca' }).click();
  await page.getByText('Questa non è la password giusta').waitFor();
  await page.getByText('Password dimenticata?').click();
  await studio.take(page, 'doors-unlock-trouble', ONE_EACH);
  await page.context().setOffline(true);
  await page.getByText('Altra persona').click();
  await studio.take(page, 'doors-unlock-other-offline', ONE_EACH);
}

async function lock(page: Awaited<ReturnType<Studio['browse']>>): Promise<void> {
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Blocca adesso' }).click();
  await page.getByText('Altra persona').waitFor();
}
