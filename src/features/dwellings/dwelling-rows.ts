import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { type DayOccupancy, type MonthOccupancy, occupancyByMonth, occupancyOn } from '../../domain/occupancy.ts';
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
      today: occupancyOn(fields, staysIn(vault, held, placements, today), today),
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

/** Half a year is as far as anybody plans a placement. */
export const MONTHS_SHOWN = 6;

/** The months of all dwellings together; `freeThroughout` are places that are free all month, each in its own dwelling. */
export function monthsOfAll(vault: OpenVault, today: CalendarDate): Omit<MonthOccupancy, 'takenMost'>[] {
  const placements = placementsByDwelling(vault);
  const all = dwellingsOf(vault).map((held) =>
    occupancyByMonth(dwellingFieldsOf(held), staysIn(vault, held, placements, today), today, MONTHS_SHOWN),
  );
  return Array.from({ length: all.length === 0 ? 0 : MONTHS_SHOWN }, (_, index) => {
    const rows = all.flatMap((months) => months[index] ?? []);
    const sum = (part: 'freeThroughout' | 'placeNights' | 'takenNights') =>
      rows.reduce((total, row) => total + row[part], 0);
    return {
      month: rows[0]?.month ?? '',
      freeThroughout: sum('freeThroughout'),
      placeNights: sum('placeNights'),
      takenNights: sum('takenNights'),
    };
  });
}

/** The figures of today over all of them. */
export function totalsOf(rows: readonly DwellingRow[]): DayOccupancy {
  const sum = (part: keyof DayOccupancy) => rows.reduce((total, { today }) => total + today[part], 0);
  return { places: sum('places'), taken: sum('taken'), free: sum('free') };
}
