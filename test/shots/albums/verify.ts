import type { Page } from 'playwright-core';
import { API_BASE } from '../../../src/protocol/version.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { untilSafe } from '../walk.ts';

const ALL: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES];
const CERTIFICATES = `**${API_BASE}/certificates/*`;

/** The public page: before a code, and each answer to one, in both languages. `desk` shows the certificate and withdraws it. */
export async function takeVerify(studio: Studio, demo: Demo, desk: Page): Promise<void> {
  const code = ((await desk.locator('.certificate-check .num').textContent()) ?? '').replaceAll(' ', '');
  await untilSafe(desk);
  const page = await studio.browse();
  const answers = async (name: string, typed: string, italian: RegExp) => {
    await page.goto('about:blank');
    await page.goto(`${demo.url}/verify${typed === '' ? '' : `#${typed}`}`);
    await page.getByText(italian).first().waitFor();
    await studio.take(page, `verify-${name}`, ALL);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang="en"]').waitFor();
    await studio.take(page, `verify-${name}-en`, ONE_EACH);
    await page.getByRole('button', { name: 'Italiano' }).click();
  };
  await answers('start', '', /Verifica un attestato/);
  await answers('good', code, /Questo attestato è valido/);
  await answers('unknown', 'D96922222222222222222222', /Nessun attestato/);
  await answers('wrong', 'D96912345', /non è il codice/);
  await page.route(CERTIFICATES, (route) => route.abort());
  await answers('unreachable', code, /non riesco a controllare/);
  await page.unroute(CERTIFICATES);
  const slow = { type: 'tag:taccuino,2026:SignInSlowDown', title: 'later', status: 429 };
  await page.route(CERTIFICATES, (route) =>
    route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(slow) }),
  );
  await answers('later', code, /tra un minuto/);
  await page.unroute(CERTIFICATES);
  await desk.getByRole('button', { name: 'Ritira l’attestato' }).click();
  await desk.getByText('Questo attestato è ritirato').waitFor();
  await untilSafe(desk);
  await answers('withdrawn', code, /ritirato/);
}
