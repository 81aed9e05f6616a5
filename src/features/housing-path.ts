import type { CaseRecord } from '../device/open-vault.ts';
import { daysBetween } from '../domain/calendar.ts';
import type { Placement } from '../domain/kinds/placement.ts';
import { isStageReached } from '../domain/kinds/placement-stages.ts';
import { STAGES, type Stage } from '../domain/lists/stages.ts';
import type { CalendarDate } from '../domain/primitives.ts';

/** The housing pathway as screens look at it. Pure. */

/** Fields of a placement. They were parsed when they came in; a newer app may have written more, so nothing is taken as given. */
export const placementFieldsOf = ({ record }: CaseRecord): Partial<Placement> => record.fields as Partial<Placement>;

/** A stage that this version does not know stands at the beginning. */
export const stageOf = ({ stage }: Partial<Placement>): Stage => STAGES.find((known) => known === stage) ?? 'SEGN';

export const nextStage = (stage: Stage): Stage | undefined => STAGES[STAGES.indexOf(stage) + 1];

export type PathStation = { readonly stage: Stage; readonly state: 'done' | 'now' | 'next' };

export const pathTo = (stage: Stage): PathStation[] =>
  STAGES.map((station) => ({
    stage: station,
    state: station === stage ? 'now' : isStageReached(stage, station) ? 'done' : 'next',
  }));

export const isOpenPlacement = (fields: Partial<Placement>): boolean => !isStageReached(stageOf(fields), 'USCI');

/** The one that counts for a person now: the open one, otherwise the one that ended last. */
export function findCurrentPlacement(placements: readonly CaseRecord[]): CaseRecord | undefined {
  const endOf = (held: CaseRecord): string => placementFieldsOf(held).exitDate ?? '';
  return (
    placements.find((held) => isOpenPlacement(placementFieldsOf(held))) ??
    [...placements].sort((a, b) => (endOf(a) > endOf(b) ? -1 : 1))[0]
  );
}

/** Since when, until when and for how many days: of living there once moved in, of waiting before. */
export type Stay = { readonly from: CalendarDate; readonly to?: CalendarDate; readonly days: number };

export function stayOf(fields: Partial<Placement>, today: CalendarDate): Stay | undefined {
  const hasMovedIn = isStageReached(stageOf(fields), 'INSE');
  const from = hasMovedIn ? (fields.entryDate ?? fields.referralDate) : (fields.referralDate ?? fields.agreementDate);
  if (from === undefined || from > today) return undefined;
  const { exitDate } = fields;
  return exitDate === undefined
    ? { from, days: daysBetween(from, today) }
    : { from, to: exitDate, days: daysBetween(from, exitDate) };
}

/** Exits closer than this are worth a mark in the list: time enough to look for the next home. */
export const EXIT_SOON_DAYS = 30;

/** Days to the expected exit of an open placement, negative when it is past; undefined when it is far or unknown. */
export function findDaysToExit(fields: Partial<Placement>, today: CalendarDate): number | undefined {
  const { expectedExitDate } = fields;
  if (expectedExitDate === undefined || !isOpenPlacement(fields)) return undefined;
  const days = daysBetween(today, expectedExitDate);
  return days <= EXIT_SOON_DAYS ? days : undefined;
}
