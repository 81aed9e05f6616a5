import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, firstLink, goTo, speak } from '../walk.ts';
import { takeTour } from './tour.ts';

/** Photos and documents of a person: how one is added, with and without a network, and how it looks when it is not here yet. */
export async function takeAttachments(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 7', username: 'marta' });
  await goTo(page, '/people');
  const person = await firstLink(page, '/people/0');
  await goTo(page, person);
  await choose(page, 'contratto.pdf', 'application/pdf', Buffer.from('%PDF-1.4 a page'));
  await studio.take(page, 'attachments-new-pdf', ONE_EACH);
  await page.getByRole('button', { name: 'Salva' }).click();
  await choose(page, 'IMG_0042.jpg', 'image/jpeg', await drawPhoto(page));
  await studio.take(page, 'attachments-new-photo', EVERY_FACE);
  await speak(page, 'English');
  await goTo(page, person);
  await choose(page, 'IMG_0042.jpg', 'image/jpeg', await drawPhoto(page));
  await studio.take(page, 'attachments-new-photo-en', ONE_EACH);
  await page.getByRole('button', { name: 'Save' }).click();
  await speak(page, 'Italiano');
  await goTo(page, person);
  const photo = await attachmentCalled(page, /^Foto|^Photo/);
  await takeTour(studio, page, 'attachments', [
    { name: 'person', path: person },
    { name: 'photo', path: photo },
    { name: 'pdf', path: await attachmentCalled(page, 'contratto') },
  ]);
  await goTo(page, person);
  await choose(page, 'film.mov', 'video/quicktime', Buffer.from('not ours'));
  await studio.take(page, 'attachments-refused', [{ size: 'tablet' }, { size: 'phone', isWhole: true }]);

  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Ufficio allegati', username: 'lucia' });
  await goTo(desk, photo);
  await desk.getByRole('button', { name: /^Scarica/ }).waitFor();
  await studio.take(desk, 'attachments-not-here', EVERY_FACE);
  await desk.context().setOffline(true);
  await desk.getByRole('button', { name: /^Scarica/ }).click();
  await desk.getByRole('alert').first().waitFor();
  await studio.take(desk, 'attachments-offline', ONE_EACH);
}

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').last().setInputFiles({ name, mimeType, buffer });
  await page.getByRole('dialog').or(page.getByRole('alert')).first().waitFor();
}

async function attachmentCalled(page: Page, name: string | RegExp): Promise<string> {
  const link = page.getByRole('main').getByRole('link', { name }).and(page.locator('a[href^="/attachments/"]')).first();
  return (await link.getAttribute('href')) ?? '';
}

/** A landscape in a few strokes: larger than what "lighter" makes of it. */
async function drawPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3_000, 2_250);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    const sky = context.createLinearGradient(0, 0, 0, 2_250);
    sky.addColorStop(0, '#8fb7dd');
    sky.addColorStop(1, `hsl(${Math.random() * 60} 40% 60%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, 3_000, 2_250);
    for (let stroke = 0; stroke < 4_000; stroke += 1) {
      context.fillStyle = `hsl(${90 + Math.random() * 60} 35% ${20 + Math.random() * 40}%)`;
      context.fillRect(Math.random() * 3_000, 1_300 + Math.random() * 950, 60, 14);
    }
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
    );
    let text = '';
    for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    return btoa(text);
  });
  return Buffer.from(base64, 'base64');
}
