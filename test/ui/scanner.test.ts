/** The scanner in a real browser, in front of a camera that is a film of a code (Chromium's own fake device). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { filmFlags, filmOf } from '../browser/film-of-code.ts';
import { openBrowser } from './gallery/open-browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

const CODE = 'TC-7K3M9QXT2B4W8RZN5V1A';

let folder: string;
let gallery: Gallery;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'film-'));
  await writeFile(join(folder, 'code.y4m'), filmOf(CODE));
  gallery = await serveGallery();
  browser = await openBrowser(filmFlags(join(folder, 'code.y4m')));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page that opens the camera. */
async function scan(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  // Two pages share one camera, and with it the film that the first one opened.
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${gallery.url}?page=codes`);
  await page.getByRole('button', { name: 'Apri la fotocamera' }).click();
  return page;
}

test('a code held before the camera is read, and told once while it stays there', async () => {
  const page = await scan({ permissions: ['camera'] });
  await page.getByText(`Trovati: ${CODE}`, { exact: true }).waitFor();
  // Many pictures later it is still the same scan.
  const frames = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 0.5);
  expect(await page.getByText('Trovati:').textContent()).toBe(`Trovati: ${CODE}`);
});

test('a camera held upright is read as it is, not as wide as its picture on the page', async () => {
  // The link of an event has more to read than a card. This one, squeezed into 320 × 240 px, was never read.
  const link = 'http://127.0.0.1:33975/door#c_d969.ntNSx6zpMcGj-doTavzjq68Ohvbwp96TMehv8I29x5s';
  await writeFile(join(folder, 'code.y4m'), filmOf(link, { width: 480, height: 864, codeSide: 200 }));
  const page = await scan({ permissions: ['camera'], viewport: { width: 390, height: 844 } });
  await page.getByText(`Trovati: ${link}`, { exact: true }).waitFor();
});

test('the camera is let go when the scanner is closed', async () => {
  const page = await scan({ permissions: ['camera'] });
  await page.getByText('Inquadra il codice.').waitFor();
  const track = await page
    .locator('video')
    .evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks()[0]);
  await page.getByRole('button', { name: 'Chiudi' }).click();
  await expect.poll(() => track.evaluate((one) => one?.readyState)).toBe('ended');
});

test('a camera that is not allowed is said', async () => {
  const page = await scan({ permissions: [] });
  await page.getByText('La fotocamera non è permessa.').waitFor();
});
