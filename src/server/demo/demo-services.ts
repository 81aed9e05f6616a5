import type { Fields, JsonValue } from '../../domain/json-value.ts';
import type { DemoPerson } from './demo-people.ts';
import type { DemoRandom } from './demo-random.ts';

/** A year of services: more in the last weeks, mostly afternoons and evenings, one in four an anonymous contact. */
export const STOPS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  c_d969: ['Piazza Caricamento', 'Via Prè', 'Giardini di Brignole', 'Piazza Sarzano', 'Stazione Principe'],
  c_l219: ['Piazza della Repubblica', 'Stazione Porta Nuova', 'Via Baltea', 'Parco Dora', 'Corso Giulio Cesare'],
  c_i452: ['Piazza Tola', 'Via Lamarmora', 'Giardini pubblici', 'Stazione', 'Viale Umberto'],
};
const PLACES_BY_KIND: Readonly<Record<string, readonly [string, ...string[]]>> = {
  DESK: ['Sportello unico', 'Sportello casa', 'Sportello legale'],
  PART: ['Sede del partner', 'Casa delle associazioni'],
};
/** What is in no directory. */
const REFERRALS = ['Studio legale convenzionato', 'Parrocchia del quartiere', 'Pediatra'] as const;
const NOTES = [
  'Chiede informazioni sul rinnovo del permesso.',
  'Torna giovedì con i documenti.',
  'Preferisce parlare con la mediatrice.',
  'Cerca un posto letto vicino al lavoro.',
  'Ha trovato un corso serale di italiano.',
] as const;
const TYPES = [
  'ORIE',
  'CONT',
  'MEDC',
  'LEGA',
  'PINT',
  'ACCO',
  'INVI',
  'SOCL',
  'MEDI',
  'LING',
  'PSIC',
  'PROF',
  'VALB',
] as const;

export function createDemoService(
  random: DemoRandom,
  municipality: string,
  { atMs, nowMs, officeIds }: { readonly atMs: number; readonly nowMs: number; readonly officeIds: readonly string[] },
  who: { readonly id: string; readonly person: DemoPerson } | undefined,
): Fields {
  const stops = STOPS[municipality] ?? ['Sportello unico'];
  const isOutside = who === undefined || random.isTrue(0.3);
  const types =
    who === undefined
      ? ['CONT', ...random.some(['MEDC', 'ORIE'], random.whole(0, 1))]
      : random.some(TYPES, random.whole(1, 2));
  const instant = new Date(atMs).toISOString();
  const placeKind = isOutside ? 'UNIT' : random.pick(['DESK', 'DESK', 'DESK', 'PHON', 'PART']);
  const places = isOutside ? stops : PLACES_BY_KIND[placeKind];
  const fields: Record<string, JsonValue> = {
    types,
    date: instant.slice(0, 10),
    time: instant.slice(11, 16),
    placeKind,
    ...(places && { place: random.pick(places) }),
    outcome: random.pick(['DONE', 'DONE', 'DONE', 'PART', 'FOLL', 'ABSE']),
  };
  if (random.isTrue(0.7)) fields.minutes = random.pick([10, 15, 20, 30, 45, 60]);
  if (types.includes('INVI')) {
    const [first, ...others] = officeIds;
    if (first !== undefined && random.isTrue(0.7)) fields.referralOffice = random.pick([first, ...others]);
    else fields.referralTo = random.pick(REFERRALS);
    // Most referrals were asked about in time.
    if (nowMs - atMs > 14 * 86_400_000 && random.isTrue(0.85)) {
      fields.referralOutcome = random.pick(['ACCO', 'ACCO', 'NACC', 'NAND', 'NSA']);
    }
  }
  if (types.includes('MEDC')) fields.mediationLanguage = random.pick(['fra', 'ara', 'eng', 'urd', 'wol']);
  if (random.isTrue(0.15)) fields.note = random.pick(NOTES);
  if (who === undefined) fields.contact = createContact(random);
  else fields.beneficiary = who.id;
  // Met in the street by a nickname, and linked when the person came to the desk.
  const nickname = who?.person.fields.nickname;
  if (isOutside && nickname !== undefined && types.includes('CONT')) fields.contact = { count: 1, nickname };
  if (types.includes('PSIC') && random.isTrue(0.6))
    fields.restrictedNote = 'Colloquio con la psicologa: da seguire con calma.';
  return fields;
}

function createContact(random: DemoRandom): JsonValue {
  return {
    count: random.pick([1, 1, 1, 2, 3, 4]),
    ...(random.isTrue(0.7) && { language: random.pick(['wol', 'fra', 'ara', 'eng', 'urd', 'ben']) }),
    ...(random.isTrue(0.5) && { gender: random.pick(['M', 'M', 'F']) }),
    ...(random.isTrue(0.5) && { ageBracket: random.pick(['A18_60', 'A18_60', 'U18']) }),
    ...(random.isTrue(0.25) && { nickname: random.pick(['Ous', 'Il maliano', 'Mami', 'Baba', 'Kofi']) }),
  };
}

/** Moments of a year up to `untilMs`, in order: half of them in the last three months, none on the future's side. */
export function createDemoMoments(random: DemoRandom, count: number, untilMs: number): number[] {
  const dayMs = 86_400_000;
  return Array.from({ length: count }, () => {
    const daysAgo = Math.floor(365 * random.next() ** 1.25);
    const minutes = random.whole(9 * 60, 20 * 60);
    const midnightMs = Math.floor(untilMs / dayMs) * dayMs;
    return Math.min(untilMs - random.whole(1, 60) * 60_000, midnightMs - daysAgo * dayMs + minutes * 60_000);
  }).sort((a, b) => a - b);
}
