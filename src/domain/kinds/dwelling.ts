import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { DwellingAccess } from '../lists/dwelling-accesses.ts';
import { DwellingFeature } from '../lists/dwelling-features.ts';
import { DwellingType } from '../lists/dwelling-types.ts';
import { HousingMeasure } from '../lists/housing-measures.ts';
import { CalendarDate, Cents, Id, listOf, Note, ShortText, text } from '../primitives.ts';

export const ROOMS_MAX = 50;
/** A house for more people is written as several dwellings, one a floor or a wing. */
export const PLACES_MAX = 200;

/**
 * A dwelling the project can give places in. Who lives there stands in the placements (`occupancy.ts` counts them), never here: two devices
 * that each give away the last bed write two records, and neither change is refused.
 */
export const Dwelling = z.strictObject({
  /** A name that tells of nobody: it is read in lists. */
  name: ShortText,
  landlord: Id.optional(),
  type: DwellingType,
  /** What it is meant for. */
  measures: listOf(HousingMeasure).optional(),
  area: ShortText.optional(),
  address: text(300).optional(),
  rooms: z.int().min(1).max(ROOMS_MAX).optional(),
  /** People who can sleep there. */
  places: z.int().min(1).max(PLACES_MAX),
  accessibility: DwellingAccess.optional(),
  features: listOf(DwellingFeature).optional(),
  /** A month, in euro cents: of the whole home (`INTE`), or of each place. */
  rentCents: Cents.optional(),
  /** First night on which there are places; none: always. */
  freeFromDate: CalendarDate.optional(),
  /** First night on which there are none any more. */
  freeUntilDate: CalendarDate.optional(),
  /** The same for a dwelling that was given up, whatever had been agreed. */
  closedDate: CalendarDate.optional(),
  note: Note.optional(),
});
export type Dwelling = z.infer<typeof Dwelling>;

export const dwellingKind = defineKind({
  kind: 'dwelling',
  schema: Dwelling,
  classes: {
    name: 'open',
    landlord: 'open',
    type: 'open',
    measures: 'open',
    area: 'open',
    address: 'personal',
    rooms: 'open',
    places: 'open',
    accessibility: 'open',
    features: 'open',
    rentCents: 'open',
    freeFromDate: 'open',
    freeUntilDate: 'open',
    closedDate: 'open',
    note: 'open',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'landlord',
  subjectKind: 'landlord',
  rules: ({ freeFromDate, freeUntilDate }) =>
    freeFromDate !== undefined && freeUntilDate !== undefined && freeUntilDate <= freeFromDate
      ? [{ field: 'freeUntilDate', rule: 'FreeUntilBeforeFrom', other: 'freeFromDate' }]
      : [],
});

/** Rent a month that so many people would pay together, in euro cents; undefined when nobody wrote it. */
export const monthlyRentFor = (
  { type, rentCents }: Pick<Partial<Dwelling>, 'type' | 'rentCents'>,
  people: number,
): number | undefined => (rentCents === undefined || type === 'INTE' ? rentCents : rentCents * people);
