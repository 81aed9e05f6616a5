import type { CaseRecord } from '../../device/open-vault.ts';
import { STAGES, type Stage } from '../../domain/lists/stages.ts';
import { isOpenPlacement, placementFieldsOf, stageOf } from '../housing-path.ts';

/** Placements as the list shows them. Pure. */

export type StageFilter = 'open' | Stage;

export const STAGE_FILTERS: readonly StageFilter[] = ['open', ...STAGES];

const isIn = (filter: StageFilter, held: CaseRecord): boolean => {
  const fields = placementFieldsOf(held);
  return filter === 'open' ? isOpenPlacement(fields) : stageOf(fields) === filter;
};

/** Open ones: the soonest expected exit first, then those without one, as they come (the newest first). The ended ones as they come. */
export function placementsIn(filter: StageFilter, placements: readonly CaseRecord[]): CaseRecord[] {
  const shown = placements.filter((held) => isIn(filter, held));
  const exitOf = (held: CaseRecord): string => {
    const fields = placementFieldsOf(held);
    return (isOpenPlacement(fields) && fields.expectedExitDate) || '9999';
  };
  return shown.sort((a, b) => (exitOf(a) === exitOf(b) ? 0 : exitOf(a) < exitOf(b) ? -1 : 1));
}

export const countIn = (filter: StageFilter, placements: readonly CaseRecord[]): number =>
  placements.filter((held) => isIn(filter, held)).length;
