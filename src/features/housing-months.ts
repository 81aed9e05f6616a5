import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { addMonths, firstOfMonth, monthOf } from '../domain/calendar.ts';
import type { CalendarMonth } from '../domain/calendar-month.ts';
import type { Fields } from '../domain/json-value.ts';
import type { MonthlySituation } from '../domain/kinds/monthly-situation.ts';
import type { Placement } from '../domain/kinds/placement.ts';
import { isStageReached } from '../domain/kinds/placement-stages.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { placementFieldsOf, stageOf } from './housing-path.ts';

/** The months of a placement, as screens look at them. Pure. */

/** Two years back are enough to catch up with; what is older is corrected where it stands. */
const MONTHS_OFFERED_MAX = 24;

export const monthFieldsOf = ({ record }: CaseRecord): Partial<MonthlySituation> =>
  record.fields as Partial<MonthlySituation>;

/** The latest first. */
export const monthsOf = ({ caseload }: OpenVault, placementId: string): CaseRecord[] =>
  caseload
    .about(placementId)
    .filter(({ record }) => record.kind === 'monthly-situation')
    .sort((a, b) => (`${monthFieldsOf(a).month} ${a.record.id}` < `${monthFieldsOf(b).month} ${b.record.id}` ? 1 : -1));

/** The months in which the household lives or lived there, the latest first; none before it moved in. */
export function monthsLivedIn(fields: Partial<Placement>, today: CalendarDate): CalendarMonth[] {
  const { entryDate, exitDate } = fields;
  if (entryDate === undefined || entryDate > today || !isStageReached(stageOf(fields), 'INSE')) return [];
  const months: CalendarMonth[] = [];
  let first = firstOfMonth(exitDate !== undefined && exitDate < today ? exitDate : today);
  while (monthOf(first) >= monthOf(entryDate) && months.length < MONTHS_OFFERED_MAX) {
    months.push(monthOf(first));
    first = addMonths(first, -1);
  }
  return months;
}

/** The month one comes to tell: the latest that nobody told. */
export function findMonthToTell(vault: OpenVault, placement: CaseRecord, today: CalendarDate): string | undefined {
  const told = new Set(monthsOf(vault, placement.record.id).map((held) => monthFieldsOf(held).month));
  return monthsLivedIn(placementFieldsOf(placement), today).find((month) => !told.has(month));
}

const KEPT_FIELDS = ['situation', 'contractType', 'contractEndDate', 'rentCents', 'householdSize'] as const;

/** What stays from month to month is filled in; who met whom, and what is wrong, is asked anew. */
export function newMonthFields(
  vault: OpenVault,
  placement: CaseRecord,
  asked: { readonly month: string | undefined; readonly today: CalendarDate },
): Fields {
  const [last] = monthsOf(vault, placement.record.id);
  const { rentCents, householdSize } = placementFieldsOf(placement);
  const before: Partial<MonthlySituation> =
    last === undefined
      ? { ...(rentCents !== undefined && { rentCents }), ...(householdSize !== undefined && { householdSize }) }
      : monthFieldsOf(last);
  const month = asked.month ?? findMonthToTell(vault, placement, asked.today);
  const kept = KEPT_FIELDS.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]] as const]));
  return {
    placement: placement.record.id,
    meetingDate: asked.today,
    metBy: vault.actor.name,
    ...(month !== undefined && { month }),
    ...Object.fromEntries(kept),
  };
}
