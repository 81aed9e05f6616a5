import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { addMonths, firstOfMonth, monthOf } from '../domain/calendar.ts';
import type { CalendarMonth } from '../domain/calendar-month.ts';
import type { Fields } from '../domain/json-value.ts';
import type { Contribution } from '../domain/kinds/contribution.ts';
import type { ContributionCeiling } from '../domain/kinds/contribution-ceiling.ts';
import { countMoney, type MoneyFigures } from '../domain/money/count-money.ts';
import { findCeilingCents } from '../domain/money/find-ceiling.ts';
import { type OverCeiling, overCeilings } from '../domain/money/over-ceilings.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { placementFieldsOf } from './housing-path.ts';
import { survivorIn } from './survivor.ts';

/** Contributions and ceilings, as several screens look at them. Pure: they read the caseload and nothing else. */
export const contributionFieldsOf = ({ record }: CaseRecord): Partial<Contribution> =>
  record.fields as Partial<Contribution>;
export const ceilingFieldsOf = ({ record }: CaseRecord): Partial<ContributionCeiling> =>
  record.fields as Partial<ContributionCeiling>;

/** Of one placement, the latest month first. */
export const contributionsOf = ({ caseload }: OpenVault, placementId: string): CaseRecord[] =>
  caseload
    .about(placementId)
    .filter(({ record }) => record.kind === 'contribution')
    .sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));

const momentOf = (held: CaseRecord): string => `${contributionFieldsOf(held).month ?? ''} ${held.record.id}`;

/** By measure, of one measure the latest first. */
export const ceilingsOf = ({ caseload }: OpenVault): CaseRecord[] =>
  [...caseload.ofKind('contribution-ceiling')].sort((a, b) => {
    const [one, other] = [ceilingFieldsOf(a), ceilingFieldsOf(b)];
    if (one.measure !== other.measure) return (one.measure ?? '') < (other.measure ?? '') ? -1 : 1;
    return (one.validFrom ?? '') < (other.validFrom ?? '') ? 1 : -1;
  });

export const ceilingCentsIn = ({ caseload }: OpenVault, measure: string, month: string): number | undefined =>
  findCeilingCents(caseload.ofKind('contribution-ceiling').map(ceilingFieldsOf), measure, month);

/**
 * The household that a placement is of. Several placements of one household have one line in the sums; a placement that names no household
 * is told of its person, after a merge of who is left.
 */
export function householdIn(vault: OpenVault): (placementId: string) => string {
  const survivor = survivorIn(vault);
  return (placementId) => {
    const placement = vault.caseload.find(placementId);
    const { householdId, beneficiary } = placement === undefined ? {} : placementFieldsOf(placement);
    return survivor(householdId ?? beneficiary ?? placementId);
  };
}

/** What these placements come to, or one month of it. */
export function moneyOf(vault: OpenVault, placements: readonly CaseRecord[], month?: CalendarMonth): MoneyFigures {
  const contributions = placements
    .flatMap(({ record }) => contributionsOf(vault, record.id))
    .filter((held) => month === undefined || contributionFieldsOf(held).month === month);
  return countMoney(
    [...placements, ...contributions].map(({ record }) => record),
    householdIn(vault),
  );
}

/** More than the ceilings of today allow, without a reason. */
export function overCeilingsIn({ caseload }: OpenVault): OverCeiling[] {
  const records = [...caseload.ofKind('placement'), ...caseload.ofKind('contribution')].map(({ record }) => record);
  return overCeilings(records, caseload.ofKind('contribution-ceiling').map(ceilingFieldsOf));
}

/** What was written for the same household, month and measure besides `exceptId`, in cents. */
export const writtenCents = (vault: OpenVault, wanted: Partial<Contribution>, exceptId: string): number =>
  contributionsOf(vault, wanted.placement ?? '')
    .filter((held) => {
      const { month, measure } = contributionFieldsOf(held);
      return held.record.id !== exceptId && month === wanted.month && measure === wanted.measure;
    })
    .reduce((sum, held) => sum + (contributionFieldsOf(held).amountCents ?? 0), 0);

/** A new one is like the last, for the first month from this one on that has none yet; the first takes the sum that was agreed. */
export function newContributionFields(vault: OpenVault, placement: CaseRecord, today: CalendarDate): Fields {
  const [last] = contributionsOf(vault, placement.record.id).filter(
    (held) => contributionFieldsOf(held).measure !== 'CAUZ',
  );
  const { contributionCents } = placementFieldsOf(placement);
  const measure =
    (last && contributionFieldsOf(last).measure) ?? (contributionCents === undefined ? undefined : 'LOCA');
  const { month, amountCents } = proposalFor(vault, placement, measure, today);
  return {
    placement: placement.record.id,
    month,
    state: 'PIAN',
    ...(measure !== undefined && { measure }),
    ...(amountCents !== undefined && { amountCents }),
  };
}

type Proposal = { readonly month: string; readonly amountCents: number | undefined };

/** Of the same measure: the next month that has none, and the sum of before; a deposit is paid once, so its sum is never repeated. */
function proposalFor(
  vault: OpenVault,
  placement: CaseRecord,
  measure: string | undefined,
  today: CalendarDate,
): Proposal {
  const last = contributionsOf(vault, placement.record.id)
    .map(contributionFieldsOf)
    .find((one) => one.measure === measure && measure !== 'CAUZ');
  const agreed = measure === 'LOCA' ? placementFieldsOf(placement).contributionCents : undefined;
  return {
    month: findOpenMonth(vault, placement.record.id, measure, today),
    amountCents: last?.amountCents ?? agreed,
  };
}

/** Another measure has another open month and another usual sum; what somebody wrote instead of the proposal stays. */
export function afterNewMeasure(
  vault: OpenVault,
  written: Partial<Contribution>,
  measure: string | undefined,
  today: CalendarDate,
): Record<string, string | number | undefined> {
  const placement = vault.caseload.find(written.placement ?? '');
  if (placement === undefined) return { measure };
  const before = proposalFor(vault, placement, written.measure, today);
  const now = proposalFor(vault, placement, measure, today);
  return {
    measure,
    ...(written.month === before.month && { month: now.month }),
    ...(written.amountCents === before.amountCents && { amountCents: now.amountCents }),
  };
}

const MONTHS_AHEAD_MAX = 3;

function findOpenMonth(vault: OpenVault, placement: string, measure: string | undefined, today: CalendarDate): string {
  const written = contributionsOf(vault, placement).map(contributionFieldsOf);
  const months = Array.from({ length: MONTHS_AHEAD_MAX + 1 }, (_, n) => monthOf(addMonths(firstOfMonth(today), n)));
  const isOpen = (month: string) => !written.some((one) => one.month === month && one.measure === measure);
  return months.find(isOpen) ?? monthOf(today);
}
