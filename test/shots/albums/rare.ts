import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import { DEMO_PASSWORD } from '../../../src/server/demo/seed-demo.ts';
import { makeSecondBuild } from '../../browser/second-build.ts';
import { builtApp, type Demo } from '../start-demo.ts';
import { EVERY_FACE, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, enrol, goTo, speak, unlock, untilSafe } from '../walk.ts';

const LANGUAGES = [
  ['Italiano', 'it'],
  ['English', 'en'],
] as const;

/** What few people meet, and nobody twice: a slow first pull, storage that is gone, shut or full, a new version that waits. */
export async function takeRare(studio: Studio, demo: Demo): Promise<void> {
  await takeFirstPull(studio, demo);
  await takeFullDisk(studio, demo);
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 5', username: 'marta' });
  await takeUpdate(studio, page, demo);
  await takeStorageDoors(studio, page, demo);
}

/** The second page of the first pull is on its way for as long as the pictures take. */
async function takeFirstPull(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  const arrived = Promise.withResolvers<void>();
  let pages = 0;
  await page.route(`**${API_BASE}/pull*`, async (route) => {
    pages += 1;
    if (pages === 2) await arrived.promise;
    await route.continue();
  });
  await enrol(page, demo, { city: 'full', label: 'Unità mobile 4', username: 'youssef' });
  await page.getByLabel('Nome di accesso').fill('youssef');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Entra' }).click();
  await page.getByRole('navigation').first().waitFor();
  for (const [language, code] of LANGUAGES) {
    await speak(page, language);
    for (const [name, path] of [
      ['today', '/today'],
      ['people', '/people'],
      ['safety', '/safety'],
    ] as const) {
      await goTo(page, path);
      await studio.take(page, `rare-first-pull-${name}-${code}`, EVERY_FACE);
    }
  }
  await speak(page, 'Italiano');
  arrived.resolve();
  await untilSafe(page);
}

/** On a disk that is full from the start joining says so. */
async function takeFullDisk(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  // The browser gives room when a database is opened: it is full before the app asks.
  await page.goto(`${demo.url}/healthz`);
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('Storage.overrideQuotaForOrigin', { origin: new URL(demo.url).origin, quotaSize: 1 });
  await page.goto(demo.url);
  await page.getByLabel('Codice').fill(demo.codes.full);
  await page.getByLabel('Nome del dispositivo').fill('Unità mobile 6');
  await page.getByRole('button', { name: 'Collega' }).click();
  await page
    .getByText(/spazio/)
    .first()
    .waitFor();
  await studio.take(page, 'rare-full-disk', [...EVERY_FACE, ...TIGHT_FACES]);
}

async function takeUpdate(studio: Studio, page: Page, demo: Demo): Promise<void> {
  const next = await makeSecondBuild(builtApp);
  try {
    await page.goto(demo.url);
    await unlock(page);
    await untilSafe(page);
    await demo.deploy(next.folder);
    // What the app does by itself every hour.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.getByText('Nuova versione pronta').waitFor();
    for (const [language, code] of LANGUAGES) {
      await speak(page, language);
      await goTo(page, '/people/new');
      await studio.take(page, `rare-update-${code}`, [...EVERY_FACE, ...TIGHT_FACES]);
    }
    await speak(page, 'Italiano');
  } finally {
    await next.remove();
  }
}

/** Storage that is gone and storage that the browser does not give, in both languages. */
async function takeStorageDoors(studio: Studio, page: Page, demo: Demo): Promise<void> {
  await page.goto(`${demo.url}/healthz`);
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '');
  });
  await page.addInitScript(() => {
    if (!location.search.includes('without-database')) return;
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  for (const [what, path] of [
    ['gone', '/'],
    ['shut', '/?without-database'],
  ] as const) {
    for (const [, code] of LANGUAGES) {
      await page.evaluate((tongue) => localStorage.setItem('taccuino.locale', tongue), code);
      await page.goto(`${demo.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await studio.take(page, `rare-storage-${what}-${code}`, [...EVERY_FACE, ...TIGHT_FACES]);
    }
  }
}
