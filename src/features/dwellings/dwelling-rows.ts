import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { type DayOccupancy, occupancyOn } from '../../domain/occupancy.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { dwellingFieldsOf, dwellingsOf, isClosed, placementsByDwelling, staysIn } from '../dwelling-records.ts';

/** Dwellings as the list shows them. Pure. */
export const DWELLING_FILTERS = ['all', 'withPlaces', 'closed'] as const;
export type DwellingFilter = (typeof DWELLING_FILTERS)[number];

export type DwellingRow = { readonly held: CaseRecord; readonly today: DayOccupancy; readonly isClosed: boolean };

export function dwellingRows(vault: OpenVault, today: CalendarDate): DwellingRow[] {
  const placements = placementsByDwelling(vault);
  return dwellingsOf(vault).map((held) => {
    const fields = dwellingFieldsOf(held);
    return {
      held,
      today: occupancyOn(fields, staysIn(held, placements, today), today),
      isClosed: isClosed(fields, today),
    };
  });
}

/** What is closed stands under its own filter only, unless somebody still lives there. */
export function isIn(filter: DwellingFilter, { today, isClosed: closed }: DwellingRow): boolean {
  switch (filter) {
    case 'withPlaces':
      return today.free > 0;
    case 'closed':
      return closed;
    default:
      return !closed || today.taken > 0;
  }
}

/** The figures of today over all of them. */
export function totalsOf(rows: readonly DwellingRow[]): DayOccupancy {
  const sum = (part: keyof DayOccupancy) => rows.reduce((total, { today }) => total + today[part], 0);
  return { places: sum('places'), taken: sum('taken'), free: sum('free') };
}
