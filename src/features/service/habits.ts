import type { CaseRecord } from '../../device/open-vault.ts';
import { LANGUAGES, type Language } from '../../domain/lists/languages.ts';
import { PLACE_KINDS, type PlaceKind } from '../../domain/lists/place-kinds.ts';
import { SERVICE_TYPES, type ServiceType } from '../../domain/lists/service-types.ts';
import { serviceFieldsOf } from '../own-services.ts';
import { rankByUse } from '../rank-by-use.ts';

/** What this person writes most often, so that the likely answer is one tap away. */
export type Habits = {
  readonly types: readonly ServiceType[];
  readonly languages: readonly Language[];
  readonly placeKinds: readonly PlaceKind[];
  readonly places: readonly string[];
  readonly givers: readonly string[];
};

/** A season of work: older habits belong to other squares. */
const SERVICES_LOOKED_AT_MAX = 200;
const TYPES_SHOWN = 5;
const LANGUAGES_SHOWN = 4;
const PLACE_KINDS_SHOWN = 4;
const NAMES_SHOWN = 4;

/** Before there is a history: what outreach meets first. */
const USUAL_TYPES: readonly ServiceType[] = ['CONT', 'ORIE', 'MEDC', 'LEGA', 'PINT', ...SERVICE_TYPES];
const USUAL_LANGUAGES: readonly Language[] = ['fra', 'eng', 'ara', 'ita', ...LANGUAGES];
const USUAL_PLACE_KINDS: readonly PlaceKind[] = ['UNIT', 'DESK', 'PART', 'HOME', ...PLACE_KINDS];

/** `services` as `ownServices` gives them, the latest first. */
export function habitsOf(services: readonly CaseRecord[]): Habits {
  const recent = services.slice(0, SERVICES_LOOKED_AT_MAX).map(serviceFieldsOf);
  const present = <Value>(values: readonly (Value | undefined)[]) => values.filter((value) => value !== undefined);
  return {
    types: rankByUse(
      recent.flatMap(({ types }) => types ?? []),
      USUAL_TYPES,
      TYPES_SHOWN,
    ),
    languages: rankByUse(
      present(recent.flatMap(({ contact, mediationLanguage }) => [contact?.language, mediationLanguage])),
      USUAL_LANGUAGES,
      LANGUAGES_SHOWN,
    ),
    placeKinds: rankByUse(present(recent.map(({ placeKind }) => placeKind)), USUAL_PLACE_KINDS, PLACE_KINDS_SHOWN),
    // The address of a home visit is nobody else's place.
    places: rankByUse(
      present(recent.map(({ place, placeKind }) => (placeKind === 'HOME' ? undefined : place))),
      [],
      NAMES_SHOWN,
    ),
    givers: rankByUse(present(recent.map(({ givenBy }) => givenBy)), [], NAMES_SHOWN),
  };
}
