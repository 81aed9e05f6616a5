import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { enrol, lock, signIn, unlock } from './pages/entrance.ts';
import { arrived, field, link, pillSays, turnTo } from './pages/screen.ts';
import { DRAFT_LOSS_MAX_MS, fillPerson, logService, openPerson, registerPerson } from './pages/writing.ts';
import { scanProfile } from './scan-profile.ts';
import { PASSWORD, PEOPLE } from './system.ts';
import { takeTablet } from './tablet.ts';
import { useOffice } from './use-office.ts';

const office = useOffice();

/** Words that are in nothing the browser brings along. */
const planted = {
  givenName: 'Zulaykhatou',
  familyName: 'Qwabenadze',
  phone: '+39 347 9918273',
  note: 'dorme in via Prè dietro la fontana verde',
  draftName: 'Xhemalijeta',
  draftNote: 'teme di essere seguita dal cugino',
  nickname: 'il Pipistrello Viola',
  search: 'Wojtylakinson',
  password: PASSWORD,
};

test('law 6: after a day of work no personal word is anywhere in the profile folder, nor was in a title or an address', async () => {
  const tablet = await takeTablet(office(), 'tablet');
  let page = await tablet.open();
  const said = await listenToTitlesAndAddresses(page);
  await enrol(page, office().code, 'Unità mobile 2');
  await signIn(page, PEOPLE.marta);
  await registerPerson(page, planted);
  await logService(page, planted.givenName, 'Zulaykhatou Q.', 'Orientamento');
  await pillSays(page, 'Tutto al sicuro');

  // Offline the same words wait in the outbox; a half-filled person and a half-filled contact wait as drafts.
  await tablet.line.cut();
  await pillSays(page, 'Senza rete');
  await openPerson(page, planted.familyName, 'Zulaykhatou Q.');
  await fillPerson(page, { givenName: planted.draftName, familyName: planted.familyName, note: planted.draftNote });
  await turnTo(page, 'Oggi');
  await link(page, 'Contatto anonimo').first().click();
  await arrived(page, 'Contatto anonimo');
  await field(page, 'Soprannome').fill(planted.nickname);
  await turnTo(page, 'Persone');
  await field(page, 'Cerca una persona').fill(planted.search);
  await page.waitForTimeout(DRAFT_LOSS_MAX_MS);
  await page.reload();
  await unlock(page, PEOPLE.marta);
  await link(page, 'Oggi').first().click();
  await link(page, 'Nuova persona').click();
  await arrived(page, 'Nuova persona');
  expect(await field(page, 'Nome').inputValue()).toBe(planted.draftName);
  await lock(page);
  expect(said.addresses.size).toBeGreaterThan(5);
  expect([...said.titles]).toEqual(['Taccuino']);
  expect([...said.addresses].filter(saysPlanted)).toEqual([]);
  expect(saysPlanted(`/people?search=${encodeURIComponent(planted.note)}`)).toBe(true);
  await tablet.close();
  expect(await scanProfile(tablet.profile, Object.values(planted))).toEqual([]);

  // The same scan of the same profile finds a word that a page wrote down: a sealed day is not a blind scanner.
  page = await tablet.open();
  await page.evaluate((word) => localStorage.setItem('forgotten', word), planted.givenName);
  await tablet.close();
  expect(await scanProfile(tablet.profile, Object.values(planted))).toContainEqual(
    expect.objectContaining({ text: planted.givenName }),
  );
  expect(tablet.faults).toEqual([]);
});

/** Also in an address, where a blank is written as a sign. */
const saysPlanted = (text: string): boolean =>
  [text, text.replaceAll('+', ' ')].some((form) =>
    Object.values(planted).some((word) => decodeURIComponent(form).includes(word)),
  );

/** Every title and every address of the page from now on: what histories, task lists and logs of others would keep. */
async function listenToTitlesAndAddresses(page: Page) {
  const titles = new Set<string>();
  const addresses = new Set<string>();
  page.on('framenavigated', (frame) => addresses.add(frame.url()));
  await page.exposeFunction('noteTitle', (title: string) => titles.add(title));
  const watch = () => {
    const { noteTitle } = window as unknown as { noteTitle: (title: string) => void };
    // Empty before the page itself is read.
    const note = () => document.title !== '' && noteTitle(document.title);
    note();
    new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
  };
  await page.evaluate(watch);
  await page.addInitScript(watch);
  return { titles, addresses };
}

describe('the scan', () => {
  const text = 'Zulaykhatou';
  const around = (bytes: Buffer, lead: number) => Buffer.concat([Buffer.alloc(lead, 7), bytes, Buffer.alloc(5, 9)]);
  const forms = {
    'UTF-8': Buffer.from(text),
    'UTF-16LE': Buffer.from(text, 'utf16le'),
    ...Object.fromEntries(
      [0, 1, 2].flatMap((lead) => [
        [`base64 of UTF-8 at ${lead}`, Buffer.from(around(Buffer.from(text), lead).toString('base64'))],
        [`base64 of UTF-16LE at ${lead}`, Buffer.from(around(Buffer.from(text, 'utf16le'), lead).toString('base64'))],
      ]),
    ),
  };

  test.each(Object.entries(forms))('finds a text written as %s', async (form, bytes) => {
    const folder = await mkdtemp(join(tmpdir(), 'taccuino-scan-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'file'), around(bytes, 3));
    expect(await scanProfile(folder, [text, 'Nobody'])).toEqual([
      { text, form: form.replace(/ at \d$/, ''), file: 'file' },
    ]);
  });
});
