import type { Page } from 'playwright-core';
import type { Demo } from '../start-demo.ts';
import type { Studio } from '../studio.ts';
import { comeIn, goTo, saveContact } from '../walk.ts';

/** What is asked back in the demonstration, and what Youssef says to it; which of them there are depends on the day. */
const ANSWERS = [
  ['Manca la durata', 'Aggiunta: circa mezz’ora.'],
  ['Controlla la data', 'La data è giusta. Ho corretto la durata.'],
  ['Il luogo è lo sportello o la piazza?', 'Lo sportello. Ho corretto anche la durata.'],
] as const;

/** The three pictures that README.md and the manifest show; they go to public/screenshots when the app looks different. */
export async function takeReadme(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 2', username: 'youssef' });
  const answer = await answerReturned(page);

  await page.context().setOffline(true);
  for (const chip of [0, 1]) await saveContact(page, chip);
  await page.getByRole('button', { name: 'Chiudi' }).click();
  await goTo(page, '/today');
  await studio.take(page, 'today', [{ size: 'tablet' }]);

  await goTo(page, '/contact');
  const what = page.getByRole('group', { name: 'Che cosa avete fatto?' }).locator('label');
  await what.nth(0).click();
  await what.nth(2).click();
  const more = page.getByRole('button', { name: 'Una persona in più' });
  await more.click();
  await more.click();
  await studio.take(page, 'contact', [{ size: 'phone' }]);

  const office = await studio.browse();
  await comeIn(office, demo, { city: 'full', label: 'Ufficio', username: 'lucia' });
  await goTo(office, '/review');
  const list = office.locator('.split-list');
  const row = list.getByRole('listitem').filter({ hasText: 'corretto dopo il tuo commento' }).first();
  // The longest waiting stand first, and only what is in sight is in the page.
  while (!(await row.isVisible())) {
    await list.evaluate((element) => element.scrollBy(0, element.clientHeight));
    await office.waitForTimeout(50);
  }
  await row.getByRole('button').click();
  await office.getByText(answer).first().waitFor();
  await studio.take(office, 'review', [{ size: 'desktop' }]);
}

/** What the coordinator sent back is corrected and explained, so that there is a change to look at. */
async function answerReturned(page: Page): Promise<string> {
  await goTo(page, '/attention');
  const services = page.locator('main li:has(a[href^="/service/"]:not([href*="/group/"]))');
  await services.first().waitFor();
  const shown = (await services.allInnerTexts()).join('\n');
  const [comment, answer] = ANSWERS.find(([asked]) => shown.includes(asked)) ?? ANSWERS[0];
  await services.filter({ hasText: comment }).first().getByRole('link').click();
  await page.getByRole('link', { name: 'Correggi' }).click();
  await page
    .getByRole('button', { name: /^Cambia/ })
    .last()
    .click();
  await page.getByLabel(/Durata/).fill('30');
  await page.getByLabel(/risposta/i).fill(answer);
  await page.getByRole('button', { name: 'Salva e rimanda' }).click();
  await page.getByText('Salvato').first().waitFor();
  await page.waitForTimeout(2_000);
  return answer;
}
