import type { Page } from 'playwright-core';
import { folded } from '../../journeys/pages/screen.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, ONE_EACH, type Studio, TIGHT_FACES } from '../studio.ts';
import { comeIn, firstLink, goTo, unlock } from '../walk.ts';
import { takeTour } from './tour.ts';
import { takeVerify } from './verify.ts';

const WHOLE: Face = { size: 'phone', isWhole: true };
const PHONES: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES, WHOLE];

/** A course from nothing to the certificate, and the public page where a paper is checked. */
export async function takeTraining(studio: Studio, demo: Demo): Promise<void> {
  const desk = await studio.browse();
  await comeIn(desk, demo, { city: 'full', label: 'Aula', username: 'lucia' });
  const { over, running } = await findCourses(desk);
  await takeRegister(studio, desk, running);
  const issued = await findEnrolment(desk, over, 'Attestati');
  const notEnough = await findEnrolment(desk, running, 'Per l’attestato serve');
  await takeTour(studio, desk, 'training', [
    { name: 'list', path: '/training' },
    { name: 'course-over', path: over },
    { name: 'course-running', path: running },
    { name: 'issued', path: issued },
    { name: 'not-enough', path: notEnough },
  ]);
  await takeRound(studio, desk, running);
  await goTo(desk, issued);
  const certificate = await firstLink(desk, '/training/certificate/');
  await takeTour(studio, desk, 'training', [{ name: 'certificate', path: certificate }]);
  await goTo(desk, certificate);
  await desk.emulateMedia({ media: 'print' });
  await studio.take(desk, 'training-certificate-print', [{ size: 'tablet' }]);
  await desk.emulateMedia({ media: 'screen' });
  await takeVerify(studio, demo, desk);
  await studio.take(desk, 'training-certificate-withdrawn', PHONES);
  await goTo(desk, issued);
  await desk.getByRole('button', { name: 'Rilascia l’attestato' }).waitFor();
  await studio.take(desk, 'training-enough', PHONES);
  const worker = await studio.browse();
  await comeIn(worker, demo, { city: 'full', label: 'Aula 2', username: 'marta' });
  await goTo(worker, issued);
  await worker.getByText('Lo rilascia chi coordina').waitFor();
  await studio.take(worker, 'training-enough-worker', ONE_EACH);
  await takeNoLongerEnough(studio, desk, over, issued);
  await takeNothing(studio, demo);
}

async function findCourses(page: Page): Promise<{ readonly over: string; readonly running: string }> {
  await goTo(page, '/training');
  const find = async (title: RegExp) =>
    (await page.getByRole('main').getByRole('link', { name: title }).first().getAttribute('href')) ?? '';
  return { over: await find(/Mediazione/), running: await find(/Abitare/) };
}

/** Somebody of a course whose page says so. */
async function findEnrolment(page: Page, course: string, words: string): Promise<string> {
  await goTo(page, course);
  await firstLink(page, '/training/enrolment/');
  const links = await page
    .locator('main a[href^="/training/enrolment/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const link of links) {
    await goTo(page, link);
    if (await page.getByText(words).first().isVisible()) return link;
  }
  throw new Error(`nobody of the course is told "${words}"`);
}

/** The register of a session: by ticks, by a camera that is not there, and before its day. */
async function takeRegister(studio: Studio, page: Page, course: string): Promise<void> {
  await goTo(page, course);
  await firstLink(page, '/training/session/');
  const sessions = await page
    .locator('main a[href^="/training/session/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const [index, session] of sessions.entries()) {
    await goTo(page, session);
    await studio.take(page, `training-session-${index}`, ONE_EACH);
  }
  await goTo(page, sessions[0] ?? '');
  await page.getByRole('button', { name: 'Inquadra i codici' }).click();
  await page.getByText(/qui sotto/).waitFor();
  await studio.take(page, 'training-session-no-camera', PHONES);
  const presence = await firstLink(page, '/training/presence/');
  await goTo(page, `${presence}/edit`);
  await studio.take(page, 'training-presence-edit', ONE_EACH);
}

/** The tablet goes round: the questions, none answered, the thanks; whoever goes out has locked. */
async function takeRound(studio: Studio, page: Page, course: string): Promise<void> {
  await goTo(page, `${course}/round`);
  await studio.take(page, 'training-round', PHONES);
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Rispondi almeno a una domanda').waitFor();
  await studio.take(page, 'training-round-nothing', ONE_EACH);
  await page.getByRole('radio', { name: /^5/ }).first().click({ force: true });
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByRole('heading', { name: 'Grazie!' }).waitFor();
  await studio.take(page, 'training-round-thanks', EVERY_FACE);
  await page.getByRole('button', { name: 'Fine: blocca il tablet' }).click();
  await unlock(page);
}

/** A paper is out, and the course turns out to have been longer than was written. */
async function takeNoLongerEnough(studio: Studio, page: Page, course: string, enrolment: string): Promise<void> {
  await page.getByRole('button', { name: 'Rilascia l’attestato' }).click();
  await page.waitForFunction(() => location.pathname.startsWith('/training/certificate/'));
  await goTo(page, course);
  await goTo(page, `${course}/edit`);
  await folded(page, 'Altri dati').click();
  await page.getByLabel('Durata prevista in minuti').fill('2400');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.waitForFunction((path) => location.pathname === path, course);
  await goTo(page, enrolment);
  await page.getByText('non bastano più').waitFor();
  await takeTour(studio, page, 'training', [{ name: 'no-longer-enough', path: enrolment }]);
}

/** A city that begins: no course, then one without sessions and without anybody, then a session that nobody can come to. */
async function takeNothing(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'empty', label: 'Aula vuota', username: 'lucia' });
  await goTo(page, '/training');
  await studio.take(page, 'training-none', EVERY_FACE);
  await goTo(page, '/training/new');
  await page.getByRole('button', { name: 'Salva' }).click();
  await studio.take(page, 'training-new-refused', ONE_EACH);
  await page.getByLabel('Titolo').fill('Accoglienza allo sportello');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByRole('heading', { level: 1, name: 'Accoglienza allo sportello' }).waitFor();
  const course = new URL(page.url()).pathname;
  await page.locator('.toast button').last().click();
  await studio.take(page, 'training-course-empty', PHONES);
  await goTo(page, `${course}/badges`);
  await studio.take(page, 'training-badges-empty', ONE_EACH);
  await goTo(page, course);
  await goTo(page, `${course}/session`);
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.waitForFunction((path) => location.pathname === path, course);
  await goTo(page, await firstLink(page, '/training/session/'));
  await studio.take(page, 'training-session-empty', ONE_EACH);
}
