import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, goTo, speak } from '../walk.ts';

const LANGUAGES = [
  ['Italiano', 'it'],
  ['English', 'en'],
] as const;

/** Whose role was changed at the server is told so where they work, at the next renewal of their session. */
export async function takeNewRole(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Ufficio ruoli', username: 'youssef' });
  for (const [language, code] of LANGUAGES) {
    await speak(page, language);
    await goTo(page, '/people');
    await turnInto(demo, code === 'it' ? 'coordinator' : 'monitor');
    await renewSession(page);
    await page.locator('.toast').waitFor();
    await studio.take(page, `roles-new-${code}`, code === 'it' ? [...EVERY_FACE, ...TIGHT_FACES] : ONE_EACH);
  }
  await turnInto(demo, 'outreach');
}

const turnInto = (demo: Demo, role: string) =>
  demo.admin(['account', 'role', '--municipality', 'c_d969', '--username', 'youssef', '--role', role]);

/** The server's answer when a session is too old; asked for a new one, it says the role of now. */
async function renewSession(page: Page): Promise<void> {
  const expired = { type: 'tag:taccuino,2026:SessionExpired', title: 'expired', status: 401 };
  await page.route(
    `**${API_BASE}/pull*`,
    (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(expired) }),
    { times: 1 },
  );
  await page.context().setOffline(true);
  await page.context().setOffline(false);
}
