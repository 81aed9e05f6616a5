import type { Fields } from '../../domain/json-value.ts';
import type { DemoRandom } from './demo-random.ts';

const DAY_MS = 86_400_000;
const DAYS_BACK = 10;
const DAYS_AHEAD = 25;
const WHAT = [
  'Questura, rinnovo del permesso',
  'Iscrizione al corso di italiano',
  'Colloquio per la casa',
  'Visita medica',
  'Centro per l’impiego',
  'Anagrafe',
] as const;

/** An appointment of these weeks; what lies behind was held, or the person did not come, or nobody said yet how it went. */
export function createDemoAppointment(random: DemoRandom, beneficiary: string, nowMs: number): Fields {
  const days = random.whole(-DAYS_BACK, DAYS_AHEAD);
  const state = days < 0 ? random.pick(['DONE', 'DONE', 'DONE', 'MISS', 'PLAN']) : 'PLAN';
  return {
    what: random.pick(WHAT),
    date: new Date(nowMs + days * DAY_MS).toISOString().slice(0, 10),
    time: `${String(random.whole(9, 17)).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`,
    beneficiary,
    state,
  };
}
