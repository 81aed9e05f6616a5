import type { Change } from '../../domain/change.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { Id, MunicipalityId } from '../../domain/primitives.ts';
import type { DemoClient } from './demo-client.ts';
import { createDemoDocument, createDemoPhoto, type DemoFile } from './demo-files.ts';
import type { DemoRandom } from './demo-random.ts';

const DAY_MS = 86_400_000;

/** What each city of the demonstration tells the others. */
const CARDS: ReadonlyMap<string, readonly Fields[]> = new Map([
  [
    'c_d969',
    [
      {
        title: 'Sportello nel mercato, il sabato mattina',
        problem: 'Chi lavora tutta la settimana non arriva mai allo sportello.',
        done: 'Un banco al mercato rionale ogni sabato, con una mediatrice e il furgone dell’unità mobile parcheggiato accanto.',
        result: 'In sei mesi un terzo dei primi contatti è arrivato da lì.',
        cost: 'Circa 200 € al mese e due persone per quattro ore',
        office: 'Servizi sociali, unità mobile',
        email: 'unita.mobile@comune.example.it',
      },
    ],
  ],
  [
    'c_l219',
    [
      {
        title: 'Garanzia del Comune per chi affitta',
        problem: 'I proprietari temono di non vedere l’affitto, e chiedono tre mesi in anticipo.',
        done: 'Un fondo di garanzia copre sei mesi; un operatore chiama il proprietario ogni mese.',
        result: 'Undici contratti in un anno, il fondo usato due volte.',
        cost: '15.000 € di fondo, di cui spesi 1.900',
        office: 'Ufficio casa',
        email: 'ufficio.casa@comune.example.it',
      },
    ],
  ],
]);

/** What it says to those that are there already. */
const REPLIES: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  [
    'c_l219',
    {
      outcome: 'WORK',
      text: 'Lo facciamo da marzo, il giovedì pomeriggio. Serve una tenda: con la pioggia non viene nessuno.',
    },
  ],
  ['c_i452', { outcome: 'PART', text: 'Da noi il mercato è piccolo: meglio davanti alla scuola, all’uscita.' }],
]);

/** What hangs on the first card of a city. */
const FILES: ReadonlyMap<string, (random: DemoRandom, record: Id, atMs: number) => readonly DemoFile[]> = new Map([
  [
    'c_d969',
    (random: DemoRandom, record: Id, atMs: number) => [
      createDemoDocument(random, { record, atMs, on: 'practice', name: 'Il volantino del banco' }, [
        'Sportello al mercato',
        'Ogni sabato dalle 9 alle 13, senza appuntamento',
        'In italiano, francese, arabo e bengalese',
      ]),
    ],
  ],
  [
    'c_l219',
    (random: DemoRandom, record: Id, atMs: number) => [
      createDemoPhoto(random, { record, atMs, on: 'practice', name: 'Uno degli alloggi' }, 5),
    ],
  ],
]);

/** Cards that a coordinator has validated, with their files, and a reply to `answered`. Returns the first card, for the cities to come. */
export async function createDemoPractices(
  random: DemoRandom,
  municipality: MunicipalityId,
  nowMs: number,
  { push, attach }: DemoClient,
  answered: Id | undefined,
): Promise<Id | undefined> {
  const atMs = nowMs - 40 * DAY_MS;
  const at = new Date(atMs).toISOString();
  const create = (kind: string, fields: Fields): Change & { readonly type: 'create' } => ({
    type: 'create',
    id: random.id(atMs),
    recordId: random.id(atMs),
    kind,
    at,
    fields,
  });
  const cards = (CARDS.get(municipality) ?? []).map((fields) => create('practice', fields));
  const reply = REPLIES.get(municipality);
  const replies =
    reply === undefined || answered === undefined ? [] : [create('practice-reply', { ...reply, practice: answered })];
  const made = [...cards, ...replies];
  const [first] = cards;
  const files = first === undefined ? [] : (FILES.get(municipality)?.(random, first.recordId, atMs) ?? []);
  const versions = new Map([...(await push(made)), ...(await attach(files))]);
  await push(
    [...made, ...files.map(({ change }) => change)].map(({ recordId, kind }) => ({
      type: 'review',
      verb: 'validate',
      id: random.id(atMs),
      recordId,
      kind,
      at,
      seenVersion: versions.get(recordId) ?? 0,
    })),
  );
  return first?.recordId;
}
