import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cardAtDoor, enrol, isInside, lock, signIn, signInAsAnother, tryPassword, unlock } from './pages/entrance.ts';
import { arrived, button, field, folded, isThere, pillSays, sees, turnTo } from './pages/screen.ts';
import { logContact } from './pages/writing.ts';
import { scanProfile } from './scan-profile.ts';
import { step } from './step.ts';
import { type Colleague, PASSWORD, PEOPLE } from './system.ts';
import { type Tablet, takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const { marta, dario, chiara } = PEOPLE;
const office = useOffice();

/** Long enough for a few rounds of a lock screen that finds no network. */
const MAILED_MS = 60_000;
const NEW_PASSWORD = 'quattro parole del tutto nuove';

/** A tablet with two contacts written without a network, locked. */
async function lockedTablet(name: string, who: Colleague): Promise<{ tablet: Tablet; page: Page }> {
  const tablet = await takeTablet(office(), name);
  const page = await tablet.open();
  await enrol(page, office().code, name);
  await signIn(page, who);
  await pillSays(page, 'Tutto al sicuro');
  await tablet.line.cut();
  await logContact(page, 'Legale');
  await logContact(page, 'Orientamento');
  await lock(page);
  await isThere(cardAtDoor(page, who.name).getByText('2 da inviare'));
  return { tablet, page };
}

const isMailed = (page: Page) =>
  cardAtDoor(page, marta.name).getByText('2 salvati qui, già al sicuro sul server').waitFor({ timeout: MAILED_MS });

test('a locked tablet empties itself when the network comes back, also while somebody else works on it', async () => {
  const { tablet, page } = await lockedTablet('Unità mobile 1', marta);
  await step('a login page in the place of the server is not taken for it', async () => {
    await tablet.line.capture();
    await page.reload();
    await isThere(button(page, 'Salva un file di emergenza'));
    await isThere(cardAtDoor(page, marta.name).getByText('2 da inviare'));
  });
  await step('a rescue file can be saved without a password', async () => {
    const saving = page.waitForEvent('download');
    await button(page, 'Salva un file di emergenza').click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^taccuino-emergenza-.*\.txt$/);
    await isThere(page.getByText('File salvato'));
  });
  await step(
    'the real server takes it all while the vault stays locked, and refuses nothing on an ordinary day',
    async () => {
      await tablet.line.restore();
      const refused: string[] = [];
      page.on('response', (answer) => answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`));
      const asked = page.waitForResponse('**/api/v1/device');
      await page.reload();
      await isMailed(page);
      expect((await asked).status()).toBe(204);
      expect(refused).toEqual([]);
    },
  );
  await step('somebody else signs in, and Marta finds everything decided', async () => {
    await signInAsAnother(page, dario);
    await lock(page);
    await unlock(page, marta);
    await pillSays(page, 'Tutto al sicuro');
    await turnTo(page, 'Oggi');
    await sees(page, '2 servizi');
  });
  expect(tablet.faults).toEqual([]);
});

test('who forgot the password gets a new one, signs in with it here, and everything is in its place', async () => {
  const { tablet, page } = await lockedTablet('Unità mobile 2', dario);
  await step('the coordinator resets the password', async () => {
    await resetPassword(dario);
  });
  await step('the lock screen says the way, and the new password opens the vault', async () => {
    await tablet.line.restore();
    await folded(page, 'Password dimenticata? Il tuo lavoro non va perso').waitFor();
    // As anybody does who was told a new one: it goes into the field that is there.
    await tryPassword(page, dario, NEW_PASSWORD);
    await button(page, 'Entra con la password nuova').click();
    await arrived(page, 'Entra');
    expect(await field(page, 'Nome di accesso').inputValue()).toBe(dario.username);
    await field(page, 'Password').fill(NEW_PASSWORD);
    await button(page, 'Entra').click();
    await isInside(page);
    await pillSays(page, 'Tutto al sicuro');
    await turnTo(page, 'Oggi');
    await sees(page, '2 servizi');
  });
  await step('the old password opens nothing any more', async () => {
    await lock(page);
    await tryPassword(page, dario, PASSWORD);
    await isThere(page.getByText('Questa non è la password giusta'));
    await unlock(page, dario, NEW_PASSWORD);
  });
  expect(tablet.faults).toEqual([]);
});

test('a revoked tablet hands over its work, clears itself and says so; nothing of the vault is left in the profile', async () => {
  const { tablet, page } = await lockedTablet('Unità mobile 3', marta);
  const vaultId = await page.evaluate(async () => {
    const opening = indexedDB.open('taccuino');
    const db = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const asking = db.transaction('vaults').objectStore('vaults').getAllKeys();
    const keys = await new Promise<IDBValidKey[]>((resolve) => (asking.onsuccess = () => resolve(asking.result)));
    db.close();
    return String(keys[0]);
  });
  await revoke('Unità mobile 3');
  await step('with a network again it says what happened', async () => {
    await tablet.line.restore();
    await page.reload();
    await arrived(page, 'Questo dispositivo è stato disattivato');
    await isThere(page.getByText('Niente è andato perso'));
  });
  await step('the browser holds no database and no cache of it', async () => {
    const left = () =>
      page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
    // The page says it as soon as the database is empty; the browser clears the rest in its own time.
    await expect.poll(left, { timeout: 60_000 }).toEqual({ databases: [], caches: [], workers: 0 });
  });
  await step('it still says so when it is opened again, and then starts as a new device', async () => {
    await tablet.close();
    expect(await scanProfile(tablet.profile, [vaultId])).toEqual([]);
    const again = await tablet.open();
    await arrived(again, 'Questo dispositivo è stato disattivato');
    await button(again, 'Ho capito').click();
    await arrived(again, 'Collega questo dispositivo');
  });
  expect(tablet.faults).toEqual([]);
});

test('a tablet that is revoked while somebody works on it takes leave in the same way', async () => {
  const tablet = await takeTablet(office(), 'Unità mobile 4');
  const page = await tablet.open();
  await enrol(page, office().code, 'Unità mobile 4');
  await signIn(page, marta);
  await pillSays(page, 'Tutto al sicuro');
  await tablet.line.cut();
  await logContact(page, 'Legale');
  await revoke('Unità mobile 4');
  await tablet.line.restore();
  await arrived(page, 'Questo dispositivo è stato disattivato');
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(tablet.faults).toEqual([]);
});

test('a password that was changed elsewhere opens nothing here either, and the way in is said', async () => {
  const tablet = await takeTablet(office(), 'Ufficio');
  const page = await tablet.open();
  await enrol(page, office().code, 'Ufficio');
  await signIn(page, chiara);
  let oldPasswordTries = 0;
  page.on('response', (answer) => {
    if (answer.url().endsWith('/session') && answer.status() === 401) oldPasswordTries += 1;
  });
  await pillSays(page, 'Tutto al sicuro');
  await resetPassword(chiara);
  await pillSays(page, 'Accedi di nuovo');
  await lock(page);
  await tryPassword(page, chiara, PASSWORD);
  await isThere(page.getByText('La tua password è cambiata'));
  await button(page, 'Entra con la password nuova').first().click();
  await arrived(page, 'Entra');
  await field(page, 'Password').fill(NEW_PASSWORD);
  await button(page, 'Entra').click();
  await isInside(page);
  await pillSays(page, 'Tutto al sicuro');
  expect(oldPasswordTries, 'who is told no asks no second time: the new password would have to wait').toBe(1);
  expect(tablet.faults).toEqual([]);
});

async function revoke(label: string): Promise<void> {
  const devices = await office().admin('devices', 'list', '--municipality', 'c_d969');
  const line = devices.split('\n').find((one) => one.includes(label));
  const id = line?.match(/[0-9a-f-]{36}/)?.[0] ?? '';
  await office().admin('devices', 'revoke', '--municipality', 'c_d969', '--device', id);
}

async function resetPassword({ username }: Colleague): Promise<void> {
  const who = ['--municipality', 'c_d969', '--username', username];
  await office().adminWithInput(NEW_PASSWORD, 'account', 'reset-password', ...who, '--password-stdin');
}
