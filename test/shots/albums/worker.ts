import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, ONE_EACH, type Studio } from '../studio.ts';
import { comeIn, firstLink, goTo, saveContact } from '../walk.ts';
import { takeTour } from './tour.ts';

/** The outreach worker: every screen with work in it. */
export async function takeWorker(studio: Studio, demo: Demo): Promise<void> {
  const page = await studio.browse();
  await comeIn(page, demo, { city: 'full', label: 'Unità mobile 2', username: 'marta' });
  // Something of today: a stop, so that home has a list and the next contact knows the place.
  // The news that it is saved stays for a few seconds: one picture each.
  for (const [chip, face] of ONE_EACH.entries()) {
    await saveContact(page, chip);
    await studio.take(page, 'worker-saved', [face]);
  }
  await page.getByText('Salvato su questo dispositivo').waitFor({ state: 'detached' });

  await goTo(page, '/people');
  const person = await firstLink(page, '/people/');
  await goTo(page, '/housing');
  const placement = await firstLink(page, '/housing/');
  await goTo(page, '/dwellings');
  const dwelling = await firstLink(page, '/dwellings/');
  await goTo(page, '/landlords');
  const landlord = await firstLink(page, '/landlords/');
  await goTo(page, '/events');
  const event = await firstLink(page, '/events/');
  await goTo(page, '/agenda');
  await page.getByRole('button', { name: 'Di tutti' }).click();
  const appointment = await firstLink(page, '/agenda/');
  await page.getByRole('button', { name: 'Calendario', exact: true }).click();
  await studio.take(page, 'worker-agenda-month', ONE_EACH);
  await page.getByRole('button', { name: 'Elenco' }).click();
  await goTo(page, '/training');
  const course = await firstLink(page, '/training/');
  await goTo(page, course);
  const courseSession = await firstLink(page, '/training/session/');
  const enrolment = await firstLink(page, '/training/enrolment/');
  await goTo(page, '/practices');
  const practice = await firstLink(page, '/practices/');
  await goTo(page, '/mine');
  const service = await firstLink(page, '/service/');
  await goTo(page, '/attention');
  const disputed = await firstLink(page, '/attention/');
  const returned = await firstLink(page, '/service/');
  await takeTour(studio, page, 'worker', [
    { name: 'today', path: '/today' },
    { name: 'register', path: '/register' },
    { name: 'contact', path: '/contact' },
    { name: 'service-who', path: '/service/new' },
    { name: 'service-new', path: `/service/new?person=${person.split('/').at(-1)}` },
    { name: 'service', path: service },
    { name: 'service-returned', path: returned },
    { name: 'service-correct', path: `${returned}/edit` },
    { name: 'mine', path: '/mine' },
    { name: 'people', path: '/people' },
    { name: 'person', path: person },
    { name: 'person-new', path: '/people/new' },
    { name: 'person-edit', path: `${person}/edit` },
    { name: 'housing', path: '/housing' },
    { name: 'placement', path: placement },
    { name: 'placement-new', path: '/housing/new' },
    { name: 'placement-edit', path: `${placement}/edit` },
    { name: 'find-home', path: `${placement}/home` },
    { name: 'dwellings', path: '/dwellings' },
    { name: 'dwelling', path: dwelling },
    { name: 'dwelling-new', path: '/dwellings/new' },
    { name: 'landlords', path: '/landlords' },
    { name: 'landlord', path: landlord },
    { name: 'landlord-new', path: '/landlords/new' },
    { name: 'events', path: '/events' },
    { name: 'event', path: event },
    { name: 'event-new', path: '/events/new' },
    { name: 'event-volunteers', path: `${event}/volunteers` },
    { name: 'event-presences', path: `${event}/presences` },
    { name: 'event-copy', path: `${event}/copy` },
    { name: 'event-sheet', path: `${event}/sheet` },
    { name: 'training', path: '/training' },
    { name: 'course', path: course },
    { name: 'course-new', path: '/training/new' },
    { name: 'course-session', path: courseSession },
    { name: 'enrolment', path: enrolment },
    { name: 'course-feedback', path: `${course}/feedback` },
    { name: 'course-badges', path: `${course}/badges` },
    { name: 'enrol', path: `${course}/enrol` },
    { name: 'practices', path: '/practices' },
    { name: 'practice', path: practice },
    { name: 'practice-new', path: '/practices/new' },
    { name: 'practice-reply', path: `${practice}/reply` },
    { name: 'more', path: '/more' },
    { name: 'agenda', path: '/agenda' },
    { name: 'appointment', path: appointment },
    { name: 'appointment-new', path: '/agenda/new' },
    { name: 'attention', path: '/attention' },
    { name: 'attention-disputed', path: disputed },
    { name: 'safety', path: '/safety' },
    { name: 'settings', path: '/settings' },
    { name: 'not-found', path: '/nowhere' },
  ]);

  await goTo(page, '/people');
  await page.getByRole('searchbox').fill('mohamed');
  await studio.take(page, 'worker-people-search', ONE_EACH);
  await page.getByRole('searchbox').fill('xyzq');
  await studio.take(page, 'worker-people-not-found', ONE_EACH);
  await goTo(page, '/people/new');
  await page.getByText('Altri dati').click();
  await studio.take(page, 'worker-person-more', [{ size: 'phone', isWhole: true }]);
  await goTo(page, '/contact');
  await page.getByText('Altro…').first().click();
  await studio.take(page, 'worker-contact-more', EVERY_FACE);
  await goTo(page, '/today');
  await page.setViewportSize({ width: 390, height: 844 });
  await page
    .locator('nav')
    .getByRole('button', { name: /^Altro|Altro$/ })
    .last()
    .click();
  await studio.take(page, 'worker-sheet', [{ size: 'phone' }, { size: 'phone', theme: 'dark' }]);
}
