import type { Change } from '../../domain/change.ts';
import type { Fields, JsonValue } from '../../domain/json-value.ts';
import { PROJECT_CODES } from '../../domain/project-codes.ts';
import type { DemoRandom } from './demo-random.ts';
import { STOPS } from './demo-services.ts';

type CreateChange = Change & { readonly type: 'create' };
type EventPlan = { readonly title: string; readonly type: string; readonly partners?: string };

const DAY_MS = 86_400_000;
/** Events lie in the last months, the newest today and the last two ahead. */
const DAYS_BETWEEN = 13;
const AHEAD = 2;
const EVENTS: readonly [EventPlan, ...EventPlan[]] = [
  { title: 'Puliamo la piazza', type: 'PULI', partners: 'Comitato di quartiere' },
  { title: 'Orto di tutti', type: 'VERD', partners: 'Orti urbani' },
  { title: 'Laboratorio di cucina', type: 'LABO', partners: 'Casa delle associazioni' },
  { title: 'Panchine nuove al parco', type: 'ARRE' },
  { title: 'Un muro a colori', type: 'ARTE', partners: 'Scuola d’arte' },
  { title: 'Merenda e giochi', type: 'GIOC', partners: 'Biblioteca civica' },
  { title: 'Raccolta di coperte', type: 'SUPP' },
  { title: 'Camminata contro il razzismo', type: 'SENS', partners: 'Rete antirazzista' },
];
const SHIFTS = [
  { label: 'Mattina', from: '09:00', to: '12:00' },
  { label: 'Pomeriggio', from: '14:30', to: '17:30' },
];

/** Civic engagement: events with who came, each event before its presences. */
export function createDemoEvents(
  random: DemoRandom,
  city: { readonly municipality: string; readonly events: number },
  people: readonly string[],
  nowMs: number,
): CreateChange[] {
  return Array.from({ length: city.events }, (_, index) => {
    const days = (AHEAD - index) * DAYS_BETWEEN;
    const dayMs = Math.floor(nowMs / DAY_MS) * DAY_MS + days * DAY_MS;
    const writtenMs = Math.min(nowMs, dayMs) - random.whole(60, 600) * 60_000;
    const plan = EVENTS[index % EVENTS.length] ?? EVENTS[0];
    const hasShifts = index % 4 === 3;
    const places = STOPS[city.municipality];
    const event = create('event', random, writtenMs, {
      ...plan,
      ...PROJECT_CODES,
      date: new Date(dayMs).toISOString().slice(0, 10),
      startTime: hasShifts ? '09:00' : '15:00',
      endTime: hasShifts ? '17:30' : '18:00',
      state: days >= 0 ? 'PLAN' : index === 5 ? 'CANC' : 'HELD',
      expectedPeople: random.pick([20, 30, 40]),
      ...(places && { place: random.pick(places) }),
      ...(hasShifts && { shifts: SHIFTS }),
    });
    const isEmpty = days >= 0 || index === 5;
    const presences = isEmpty ? [] : createPresences(random, event.recordId, people, hasShifts);
    return [
      event,
      ...presences.map((fields) => create('attendance', random, Math.min(nowMs, dayMs + 17 * 3_600_000), fields)),
    ];
  }).flat();
}

function createPresences(random: DemoRandom, event: string, people: readonly string[], hasShifts: boolean): Fields[] {
  const shifts = hasShifts ? SHIFTS.map(({ label }) => ({ shift: label })) : [{}];
  return shifts.flatMap((shift) => {
    const common = { event, ...shift, minutes: random.pick([90, 120, 180]) };
    const known = random.some(people, random.whole(5, 14)).map(
      (beneficiary): Record<string, JsonValue> => ({
        ...common,
        beneficiary,
        role: random.isTrue(0.25) ? 'VOLU' : 'PART',
      }),
    );
    const residents = { ...common, attendee: 'RESI', role: 'PART', count: random.whole(2, 9) };
    const unknown = { ...common, attendee: 'UNKN', role: 'PART', count: random.whole(1, 6) };
    return [...known, residents, unknown];
  });
}

function create(kind: string, random: DemoRandom, atMs: number, fields: Fields): CreateChange {
  const at = new Date(atMs).toISOString();
  return { type: 'create', id: random.id(atMs), recordId: random.id(atMs), kind, at, fields };
}
