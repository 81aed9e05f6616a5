import { addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../domain/calendar.ts';
import type { Change } from '../../domain/change.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { Placement } from '../../domain/kinds/placement.ts';
import type { DemoRandom } from './demo-random.ts';

type CreateChange = Change & { readonly type: 'create' };

const SITUATIONS = ['E7_2', 'E3_3', 'E8_1', 'AUTO'] as const;
/** Nobody tells every month in time. */
const TOLD_SHARE = 0.9;

/** What follows a placement through its months, as the two workers write it. */
export function createDemoHousing(
  random: DemoRandom,
  placements: readonly CreateChange[],
  nowMs: number,
): CreateChange[] {
  const today = dayOf(nowMs);
  return placements.flatMap(({ recordId, fields }) => {
    const placement = fields as Partial<Placement>;
    const situation = random.pick(SITUATIONS);
    return monthsLivedIn(placement, today)
      .filter(() => random.isTrue(TOLD_SHARE))
      .map((month) => create(random, 'monthly-situation', lastOfMonth(`${month}-01`), createMonth(month)));

    function createMonth(month: string): Fields {
      return {
        placement: recordId,
        month,
        situation,
        problems: random.isTrue(0.7) ? ['NESS'] : random.some(['AFFI', 'UTEN', 'LAVO', 'MANU', 'VICI'], 1),
        meetingDate: `${month}-${String(random.whole(10, 27)).padStart(2, '0')}`,
        metBy: random.pick(['Marta Riva', 'Youssef Daoud']),
        metWhom: ['PERS'],
        metHow: random.pick(['CASA', 'CASA', 'SPOR', 'TELE']),
        ...(placement.rentCents !== undefined && { rentCents: placement.rentCents }),
        ...(placement.householdSize !== undefined && { householdSize: placement.householdSize }),
      };
    }
  });
}

/** Whole months of living there that are over. */
function monthsLivedIn({ entryDate, exitDate }: Partial<Placement>, today: string): string[] {
  if (entryDate === undefined) return [];
  const end = exitDate ?? today;
  const months: string[] = [];
  for (let first = firstOfMonth(entryDate); lastOfMonth(first) < end; first = addMonths(first, 1)) {
    months.push(monthOf(first));
  }
  return months;
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function create(random: DemoRandom, kind: string, date: string, fields: Fields): CreateChange {
  const atMs = Date.parse(`${date}T15:00:00Z`);
  const at = new Date(atMs).toISOString();
  return { type: 'create', id: random.id(atMs), recordId: random.id(atMs), kind, at, fields };
}
