import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { button, field } from './screen.ts';

/** What a camera would read off the screen: the text of the QR code that is shown, drawn large. */
export async function readShownCode(page: Page): Promise<string> {
  const picture = await page.locator('svg.qr').evaluate((svg: SVGSVGElement) => {
    const scale = 6;
    const margin = 4 * scale;
    const side = svg.viewBox.baseVal.width * scale + 2 * margin;
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d');
    const path = svg.querySelector('path')?.getAttribute('d');
    if (context === null || !path) throw new Error('no code is drawn');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.setTransform(scale, 0, 0, scale, margin, margin);
    context.fillStyle = '#000';
    context.fill(new Path2D(path));
    return { side, data: Array.from(context.getImageData(0, 0, side, side).data) };
  });
  const { side, data } = picture;
  return decodeQR({ width: side, height: side, data: Uint8ClampedArray.from(data) });
}

/** The volunteer's phone: one number. */
export const countSays = (page: Page, count: number): Promise<void> =>
  page.locator('.guest-count strong').getByText(String(count), { exact: true }).waitFor();

/** Taps faster than anybody waits for the number. */
export async function tapPlus(page: Page, taps: number): Promise<void> {
  for (let tap = 0; tap < taps; tap++) await button(page, '+1 Aggiungi una persona').click();
}

export const stateSays = (page: Page, words: string): Promise<void> =>
  page.locator('.pill .pill-label').filter({ hasText: words }).waitFor({ timeout: 60_000 });

/** By the camera, which sees the card all the time, then typed: the second time it is known. */
export async function readCardTwice(page: Page, card: string, counted: number): Promise<void> {
  await button(page, 'Leggi una tessera').click();
  await countSays(page, counted);
  await field(page, 'Codice della tessera').fill(card);
  await button(page, 'Aggiungi').click();
  await page.getByRole('status').getByText('Questa tessera è già contata.').waitFor();
  await button(page, 'Chiudi').click();
}

export async function writeTurn(page: Page, from: string, to: string, note: string): Promise<void> {
  await field(page, 'Dalle').fill(from);
  await field(page, 'Alle').fill(to);
  await page.getByLabel('Una nota per chi coordina').fill(note);
  await button(page, 'Salva').click();
  await page.getByRole('status').getByText('Salvato.').waitFor();
}
