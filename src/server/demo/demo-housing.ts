import { addDays, addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../domain/calendar.ts';
import type { Change } from '../../domain/change.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { Placement } from '../../domain/kinds/placement.ts';
import { FOLLOW_UP_MONTHS, FOLLOW_UPS } from '../../domain/lists/follow-ups.ts';
import { STAGES, type Stage } from '../../domain/lists/stages.ts';
import type { DemoRandom } from './demo-random.ts';

type CreateChange = Change & { readonly type: 'create' };

const SITUATIONS = ['E7_2', 'E3_3', 'E8_1', 'AUTO'] as const;
/** Nobody tells every month in time. */
const TOLD_SHARE = 0.9;
const RENT_CEILING_CENTS = 30_000;

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
    const lived = monthsLivedIn(placement, today);
    const months = lived
      .filter(() => random.isTrue(TOLD_SHARE))
      .map((month) => create(random, 'monthly-situation', lastOfMonth(`${month}-01`), createMonth(month)));
    return [...createSteps(), ...months, ...createContributions(lived), ...createFollowUps()];

    /** Every stage that was reached, on its day or on a day between its neighbours'. */
    function createSteps(): CreateChange[] {
      const { stage = 'SEGN', referralDate, agreementDate, entryDate, exitDate } = placement;
      const dates: Partial<Record<Stage, string | undefined>> = {
        VALU: referralDate && addDays(referralDate, 6),
        PATT: agreementDate,
        RICE: agreementDate && addDays(agreementDate, 3),
        INSE: entryDate,
        ACCO: entryDate && addDays(entryDate, 10),
        USCI: exitDate,
        FUP: exitDate && addDays(exitDate, 5),
      };
      return STAGES.filter((one) => STAGES.indexOf(one) <= STAGES.indexOf(stage)).flatMap((one) => {
        const date = dates[one];
        const isPast = date !== undefined && date < today;
        return isPast ? [create(random, 'stage-step', date, { placement: recordId, stage: one, date })] : [];
      });
    }

    /** Whoever left is asked after; a few could not be found. */
    function createFollowUps(): CreateChange[] {
      const { exitDate } = placement;
      if (exitDate === undefined) return [];
      return FOLLOW_UPS.flatMap((after) => {
        const date = addDays(addMonths(exitDate, FOLLOW_UP_MONTHS[after]), random.whole(-5, 5));
        if (date >= today || !random.isTrue(0.7)) return [];
        const isFound = random.isTrue(0.8);
        return [
          create(random, 'exit-follow-up', date, {
            placement: recordId,
            after,
            date,
            situation: isFound ? random.pick(['AUTO', 'AUTO', 'E8_1']) : 'DOES_NOT_KNOW',
            metHow: isFound ? 'TELE' : 'NESS',
            metBy: 'Marta Riva',
          }),
        ];
      });
    }

    /** A deposit at the entry, rent support every month, once in a while a bill; this month's is only planned. */
    function createContributions(lived: readonly string[]): CreateChange[] {
      const { entryDate, exitDate, contributionCents, rentCents = 0 } = placement;
      if (entryDate === undefined || contributionCents === undefined) return [];
      const money = (date: string, fields: Fields): CreateChange =>
        create(random, 'contribution', date < today ? date : addDays(today, -1), {
          placement: recordId,
          month: monthOf(date),
          ...fields,
        });
      const paid = (date: string, fields: Fields) =>
        money(date, {
          state: 'PAGA',
          paidDate: date,
          reference: `DD ${random.whole(100, 999)}/${date.slice(0, 4)}`,
          ...fields,
        });
      const deposit = paid(entryDate, {
        measure: 'CAUZ',
        amountCents: rentCents * 2,
        ...(exitDate !== undefined && { returnedCents: rentCents * 2, returnedDate: exitDate }),
      });
      const rent = { measure: 'LOCA', amountCents: contributionCents };
      const bills = lived.filter(() => random.isTrue(0.2));
      return [
        deposit,
        ...lived.map((month) => paid(lastOfMonth(`${month}-01`), { ...rent, ceilingCents: RENT_CEILING_CENTS })),
        ...bills.map((month) => paid(`${month}-20`, { measure: 'UTEN', amountCents: random.whole(20, 90) * 105 })),
        ...(exitDate === undefined ? [money(today, { ...rent, ceilingCents: RENT_CEILING_CENTS, state: 'PIAN' })] : []),
      ];
    }

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

/** What the city lets a household have a month; kept by its coordinator before anything is paid. */
export const createDemoCeilings = (random: DemoRandom, nowMs: number): CreateChange[] =>
  [
    { measure: 'LOCA', maxCents: RENT_CEILING_CENTS },
    { measure: 'UTEN', maxCents: 8_000 },
  ].map((fields) =>
    create(random, 'contribution-ceiling', addDays(dayOf(nowMs), -365), { ...fields, validFrom: '2024-01' }),
  );

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
