import type { Role } from '../../domain/actor.ts';
import { assert } from '../../domain/assert.ts';
import { KINDS } from '../../domain/kinds.ts';
import { type Id, MunicipalityId } from '../../domain/primitives.ts';
import type { Result } from '../../domain/result.ts';
import { type AdministrationPorts, addAccount, addEnrolmentCode, addMunicipality } from '../administration.ts';
import { createDemoClient, type DemoClient } from './demo-client.ts';
import { createDemoCourses } from './demo-courses.ts';
import { createDemoMerge } from './demo-doubles.ts';
import { createDemoDocument, createDemoPhoto, type DemoFile } from './demo-files.ts';
import { createDemoCeilings, createDemoHousing } from './demo-housing.ts';
import { createDemoPlan, type DemoCity } from './demo-plan.ts';
import { createDemoPractices } from './demo-practices.ts';
import { createDemoRandom, type DemoRandom } from './demo-random.ts';
import { createDemoDispute, createDemoReviews } from './demo-reviews.ts';

/** The demonstration: three cities, a year of work, the same every time but for the days, which end today. */
export const DEMO_CITIES: readonly DemoCity[] = [
  { municipality: MunicipalityId.parse('c_d969'), people: 150, services: 1_500, placements: 30, events: 12 },
  { municipality: MunicipalityId.parse('c_l219'), people: 100, services: 1_000, placements: 20, events: 9 },
  { municipality: MunicipalityId.parse('c_i452'), people: 50, services: 500, placements: 10, events: 6 },
];
export const DEMO_ACCOUNTS: readonly { readonly username: string; readonly name: string; readonly role: Role }[] = [
  { username: 'marta', name: 'Marta Riva', role: 'outreach' },
  { username: 'youssef', name: 'Youssef Daoud', role: 'outreach' },
  { username: 'lucia', name: 'Lucia Berti', role: 'coordinator' },
  { username: 'vera', name: 'Vera Neri', role: 'volunteer' },
  { username: 'mario', name: 'Mario Conti', role: 'monitor' },
  { username: 'ada', name: 'Ada Serra', role: 'admin' },
];
/** For the demonstration only: everybody may know it. */
export const DEMO_PASSWORD = 'taccuino-demo';
const SEED = 2026;
const CODE_MINUTES = 7 * 24 * 60;

export async function seedDemo(ports: AdministrationPorts, url: string, tell: (line: string) => void): Promise<void> {
  let firstPractice: Id | undefined;
  for (const [index, city] of DEMO_CITIES.entries()) {
    const name = getValue(await addMunicipality(ports, city.municipality));
    for (const account of DEMO_ACCOUNTS) {
      getValue(await addAccount(ports, { ...account, municipality: city.municipality, password: DEMO_PASSWORD }));
    }
    const practice = await seedCity(ports, url, city, SEED + index, firstPractice);
    firstPractice ??= practice;
    tell(
      `${name}: ${city.people} people, ${city.services} services, ${city.placements} placements, ${city.events} events`,
    );
  }
}

/** A code that enrols many devices for a week: the demonstration is shown on whatever is at hand. */
export async function createDemoCode(ports: AdministrationPorts, municipality: MunicipalityId): Promise<string> {
  return getValue(await addEnrolmentCode(ports, { municipality, uses: 100, minutes: CODE_MINUTES })).code;
}

/** Returns a practice of this city, for the next ones to answer. */
async function seedCity(
  ports: AdministrationPorts,
  url: string,
  city: DemoCity,
  seed: number,
  answered: Id | undefined,
): Promise<Id | undefined> {
  const random = createDemoRandom(seed);
  const nowMs = Date.parse(ports.clock.now());
  const code = await createDemoCode(ports, city.municipality);
  const connect = (username: string): Promise<DemoClient> =>
    createDemoClient({
      url,
      municipality: city.municipality,
      code,
      username,
      password: DEMO_PASSWORD,
      stream: random.id(nowMs),
      deriveRoot: ports.deriveRoot,
    });
  const marta = await connect('marta');
  const youssef = await connect('youssef');
  const lucia = await connect('lucia');
  const plan = createDemoPlan(random, city, nowMs);
  await lucia.push(plan.filter(isGround));
  const people = plan.filter(({ kind }) => kind === 'beneficiary');
  const rest = plan.filter((change) => change.kind !== 'beneficiary' && !isGround(change));
  // An event and who came to it go up together: a presence never arrives before its event. So do a group and a household,
  // which one person saved.
  const isTogether = ({ kind, fields }: (typeof rest)[number]): boolean =>
    kind === 'event' || kind === 'attendance' || kind.startsWith('household') || fields.group !== undefined;
  const together = rest.filter(isTogether);
  const apart = rest.filter((change) => !isTogether(change));
  const versions = new Map([
    ...(await marta.push(people)),
    ...(await marta.push(apart.filter((_, index) => index % 2 === 0))),
    ...(await marta.push(together)),
    ...(await youssef.push(apart.filter((_, index) => index % 2 === 1))),
  ]);
  await lucia.push(createDemoCourses(random, city.municipality, nowMs));
  const placements = plan.filter(({ kind }) => kind === 'placement');
  await lucia.push(createDemoCeilings(random, nowMs));
  const housing = createDemoHousing(random, placements, nowMs);
  for (const [id, version] of await marta.push(housing)) versions.set(id, version);
  const practice = await createDemoPractices(random, city.municipality, nowMs, lucia, answered);
  await lucia.push(createDemoReviews(random, [...plan, ...housing].filter(isReviewed), versions, nowMs));
  await lucia.push(createDemoMerge(random, people, nowMs));
  // The newest: an old one is locked with its period.
  const disputed = people.findLast(({ fields }) => fields.phone !== undefined);
  assert(disputed !== undefined, 'somebody has a phone');
  const [first, second] = createDemoDispute(random, disputed, versions.get(disputed.recordId) ?? 0, nowMs);
  await youssef.push([first]);
  await marta.push([second]);
  await marta.attach(createDemoFiles(random, placements, people, nowMs));
  return practice;
}

/** Photos of three homes, and one paper of a person. */
function createDemoFiles(
  random: DemoRandom,
  placements: readonly { readonly recordId: string }[],
  people: readonly { readonly recordId: string }[],
  nowMs: number,
): DemoFile[] {
  const atMs = nowMs - 3 * 86_400_000;
  const photos = placements
    .slice(0, 3)
    .map(({ recordId }, index) => createDemoPhoto(random, { record: recordId, name: 'La casa da fuori', atMs }, index));
  const person = people.at(-1)?.recordId ?? '';
  const paper = createDemoDocument(random, { record: person, name: 'Ricevuta del corso', atMs }, [
    'Ricevuta di iscrizione',
    'Corso di italiano, livello A2',
    'Documento inventato per la dimostrazione',
  ]);
  return [...photos, paper];
}

/** What the others lean on: where people are sent, and where they live. */
const isGround = ({ kind }: { readonly kind: string }): boolean => ['office', 'landlord', 'dwelling'].includes(kind);

const isReviewed = ({ kind }: { readonly kind: string }): boolean => KINDS.get(kind)?.isReviewed === true;

function getValue<T>(result: Result<T, string>): T {
  assert(result.ok, 'the demonstration starts on an empty database', result.ok ? undefined : result.error);
  return result.value;
}
