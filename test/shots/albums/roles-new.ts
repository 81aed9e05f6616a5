import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, goTo, speak } from '../walk.ts';

const TOLD = [
  { username: 'youssef', language: 'Italiano', name: 'roles-new', faces: [...EVERY_FACE, ...TIGHT_FACES] },
  { username: 'marta', language: 'English', name: 'roles-new-en', faces: ONE_EACH },
] as const;

/** Whose role was changed at the server is told so where they work, at the next renewal of their session. */
export async function takeNewRole(studio: Studio, demo: Demo): Promise<void> {
  for (const { username, language, name, faces } of TOLD) {
    const page = await studio.browse();
    await comeIn(page, demo, { city: 'full', label: `Ufficio ruoli ${username}`, username });
    await speak(page, language);
    await goTo(page, '/people');
    await turnInto(demo, username, 'coordinator');
    await renewSession(page);
    await page.locator('.toast').waitFor();
    await studio.take(page, name, faces);
    await turnInto(demo, username, 'outreach');
  }
}

const turnInto = (demo: Demo, username: string, role: string) =>
  demo.admin(['account', 'role', '--municipality', 'c_d969', '--username', username, '--role', role]);

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
