/** Pictures of the gallery, for eyes: `node test/ui/gallery/shots.ts FOLDER [page…]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './open-browser.ts';
import { serveGallery } from './serve.ts';

const [folder, ...asked] = process.argv.slice(2);
if (!folder) throw new Error('Say where the pictures go: node test/ui/gallery/shots.ts FOLDER [page…]');
const pages = asked.length > 0 ? asked : ['unlock', 'today', 'contact', 'person', 'review', 'forms', 'parts', 'list'];
const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const faces = { light: 'theme=light', dark: 'theme=dark', rtl: 'theme=light&dir=rtl' };

await mkdir(folder, { recursive: true });
const gallery = await serveGallery();
const browser = await openBrowser();
const page = await browser.newPage();
for (const [sizeName, size] of Object.entries(sizes)) {
  await page.setViewportSize(size);
  for (const name of pages) {
    for (const [faceName, query] of Object.entries(faces)) {
      await page.goto(`${gallery.url}?page=${name}&${query}`);
      await page.evaluate(() => document.fonts.ready);
      const path = join(folder, `${name}-${sizeName}-${faceName}.png`);
      await page.screenshot({ path, fullPage: name === 'forms' || name === 'parts' });
    }
  }
}
await browser.close();
await gallery.close();
