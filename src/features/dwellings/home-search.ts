import type { CaseRecord, NewChange, OpenVault } from '../../device/open-vault.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import { isStageReached } from '../../domain/kinds/placement-stages.ts';
import { type HousingNeed, type Match, matchDwellings } from '../../domain/match-dwellings.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import {
  dwellingFieldsOf,
  dwellingsOf,
  placementsByDwelling,
  rentAfterMove,
  sizedFields,
  staysIn,
} from '../dwelling-records.ts';
import { placementFieldsOf, stageOf } from '../housing-path.ts';

/** The search for a dwelling for one placement. Pure: it reads the caseload and nothing else. */

/** What is asked on the screen; the days stand in the placement. */
export type HomeWishes = Pick<HousingNeed, 'people' | 'rentMaxCents' | 'area' | 'isStepFree'>;

export function wishesOf(vault: OpenVault, placement: CaseRecord, today: CalendarDate): HomeWishes {
  const { householdSize = 1, rentMaxCents, areaWish } = sizedFields(vault, placementFieldsOf(placement), today);
  return { people: householdSize, rentMaxCents, area: areaWish, isStepFree: false };
}

/** From the planned entry, or from today: who lives somewhere already moves when there is a place. */
export function needOf(placement: CaseRecord, wishes: HomeWishes, today: CalendarDate): HousingNeed {
  const fields = placementFieldsOf(placement);
  const { entryDate, expectedExitDate, measures = [] } = fields;
  const isPlanned = !isStageReached(stageOf(fields), 'INSE') && entryDate !== undefined && entryDate > today;
  const from = isPlanned ? entryDate : today;
  const until = expectedExitDate !== undefined && expectedExitDate > from ? expectedExitDate : undefined;
  return { ...wishes, from, until, measures };
}

/** Dwellings for the need, the best first; never the one they are to leave. */
export function homesFor(vault: OpenVault, placement: CaseRecord, need: HousingNeed, today: CalendarDate): Match[] {
  const placements = placementsByDwelling(vault);
  const { dwellingId } = placementFieldsOf(placement);
  const offers = dwellingsOf(vault)
    .filter(({ record }) => record.id !== dwellingId)
    .map((held) => ({
      id: held.record.id,
      fields: dwellingFieldsOf(held),
      stays: staysIn(vault, held, placements, today),
    }));
  return matchDwellings(need, offers);
}

/** Whether the number of people alone keeps every dwelling away: a higher rent or another area would bring none. */
export function isForTooMany(vault: OpenVault, placement: CaseRecord, need: HousingNeed, today: CalendarDate): boolean {
  const anyHome = { ...need, rentMaxCents: undefined, area: undefined, isStepFree: false };
  const finds = (people: number) => homesFor(vault, placement, { ...anyHome, people }, today).length > 0;
  return !finds(need.people) && finds(1);
}

/** Takes a dwelling from the first day on which it is free, and keeps with the placement what was asked for. */
export function takeHome(
  placement: CaseRecord,
  move: { readonly from: CaseRecord | undefined; readonly to: CaseRecord },
  need: HousingNeed,
  freeFrom: CalendarDate,
  countedPeople: number,
): NewChange {
  const { record } = placement;
  const fields = placementFieldsOf(placement);
  const to = move.to.record.id;
  const hasMovedIn = isStageReached(stageOf(fields), 'INSE');
  const values: Record<string, JsonValue | undefined> = {
    dwellingId: to,
    // Who moved in before lives elsewhere until then, in a dwelling of the register or not.
    dwellingFromDate: hasMovedIn && fields.entryDate !== freeFrom ? freeFrom : undefined,
    // A place that is free only later is taken from then on; one that is free now is held without a day.
    entryDate: !hasMovedIn && freeFrom > need.from ? freeFrom : fields.entryDate,
    // How many they are without being told is not written down: the household goes on being counted.
    householdSize: need.people === countedPeople ? fields.householdSize : need.people,
    rentMaxCents: need.rentMaxCents,
    areaWish: need.area,
    rentCents: rentAfterMove(fields.rentCents, move.from, move.to, need.people),
    overPlacesReason: undefined,
  };
  const edits = Object.entries(values)
    .map(([name, value]) => [name, { from: record.fields[name] ?? null, to: value ?? null }] as const)
    .filter(([, { from, to: value }]) => from !== value);
  return {
    type: 'edit',
    recordId: record.id,
    kind: record.kind,
    seenVersion: record.version,
    fields: Object.fromEntries(edits),
  };
}
