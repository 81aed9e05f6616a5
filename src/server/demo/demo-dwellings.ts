import type { Change } from '../../domain/change.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { DemoRandom } from './demo-random.ts';

type CreateChange = Change & { readonly type: 'create' };

const YEAR_MS = 365 * 86_400_000;

/** Landlords as a city meets them, with invented names and numbers. */
const LANDLORDS: readonly Fields[] = [
  {
    name: 'Anna Ferrando',
    type: 'PRIV',
    phone: '000 000 0011',
    languages: ['ita'],
    note: 'Meglio la sera, dopo le 18.',
  },
  {
    name: 'Immobiliare Ponente',
    type: 'SOCI',
    contactName: 'Ugo Parodi',
    phone: '000 000 0012',
    email: 'case@example.org',
  },
  {
    name: 'Parrocchia del porto',
    type: 'CHIE',
    contactName: 'don Piero',
    phone: '000 000 0013',
    languages: ['ita', 'fra'],
  },
];

/** Whose, and the fields. The last is for the two households that were given one bed. */
const DWELLINGS: readonly (readonly [landlord: number, fields: Fields])[] = [
  [0, { ...home('INTE', 'Alloggio A', 'Centro storico', 4), rooms: 3, rentCents: 60_000, accessibility: 'NONE' }],
  [0, { ...home('INTE', 'Alloggio B', 'Sampierdarena', 3), rooms: 2, rentCents: 48_000, accessibility: 'PART' }],
  [1, { ...home('STAN', 'Residenza Ponente', 'Pegli', 6), rooms: 6, rentCents: 22_000, accessibility: 'FULL' }],
  [2, { ...home('POST', 'Casa del porto', 'Centro storico', 4), rooms: 2, rentCents: 15_000 }],
  [1, { ...home('STAN', 'Co-housing 2', 'Cornigliano', 4), rooms: 3, rentCents: 24_000, accessibility: 'PART' }],
  [2, { ...home('POST', 'Stanza della canonica', 'Oregina', 1), rooms: 1, rentCents: 12_000, accessibility: 'NONE' }],
];
const STREETS = [
  'Via dei Giardini 12',
  'Corso Italia 31',
  'Via del Porto 8',
  'Vico Stretto 3',
  'Via Nuova 54',
  'Salita della Prova 2',
] as const;

export function createDemoDwellings(random: DemoRandom, nowMs: number): CreateChange[] {
  const atMs = nowMs - YEAR_MS;
  const create = (kind: string, fields: Fields): CreateChange => ({
    type: 'create',
    id: random.id(atMs),
    recordId: random.id(atMs),
    kind,
    at: new Date(atMs).toISOString(),
    fields,
  });
  const landlords = LANDLORDS.map((fields) => create('landlord', fields));
  const dwellings = DWELLINGS.map(([owner, fields], index) =>
    create('dwelling', {
      ...fields,
      landlord: landlords[owner]?.recordId ?? '',
      address: STREETS[index] ?? '',
      measures: fields.type === 'INTE' ? ['ATMP', 'LOCA'] : ['ATMP', 'COHO'],
      features: random.some(['ARRE', 'ASCE', 'CUCI', 'LAVA', 'RISC', 'BUSV', 'RESI', 'BIMB'], 4),
    }),
  );
  return [...landlords, ...dwellings];
}

function home(type: string, name: string, area: string, places: number): Fields {
  return { type, name, area, places };
}
