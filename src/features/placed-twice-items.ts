import type { OpenVault } from '../device/open-vault.ts';
import type { Fields } from '../domain/json-value.ts';
import {
  findPlacedTwice,
  memberToPresence,
  type PlacedTwice,
  type Presence,
  placementToPresence,
} from '../domain/placed-twice.ts';
import { membershipsOf } from './household-records.ts';
import { hasHandIn } from './record-hands.ts';
import { survivorIn } from './survivor.ts';

/** People in two placements at one time: a conflict between records that are each right, for a person to decide. */
export type PlacedTwiceItem = Pick<PlacedTwice, 'others'> & {
  readonly what: 'placedTwice';
  /** The placement that came second. */
  readonly recordId: string;
};

const toItem = ({ placementId, others }: PlacedTwice): PlacedTwiceItem => ({
  what: 'placedTwice',
  recordId: placementId,
  others,
});

/** Everybody a placement is for: its person, and who belongs to its household while it runs. */
function presencesOf(vault: OpenVault, held: Parameters<typeof placementToPresence>[0]): Presence[] {
  const { beneficiary, householdId } = held.record.fields;
  const own = placementToPresence(held, typeof beneficiary === 'string' ? survivorIn(vault)(beneficiary) : '');
  const members = typeof householdId === 'string' ? membershipsOf(vault, householdId) : [];
  return [
    ...(own.personId === '' ? [] : [own]),
    ...members.flatMap(({ held: belonging, personId }) =>
      personId === own.personId ? [] : (memberToPresence(own, belonging, personId) ?? []),
    ),
  ];
}

type Known = { readonly version: number; readonly items: readonly PlacedTwiceItem[] };
const knownByVault = new WeakMap<OpenVault, Known>();

/** In the whole city. Worked out once a change, however many places show it. */
export function allPlacedTwice(vault: OpenVault): readonly PlacedTwiceItem[] {
  const version = vault.caseload.version.value;
  const known = knownByVault.get(vault);
  if (known?.version === version) return known.items;
  const presences = vault.caseload.ofKind('placement').flatMap((held) => presencesOf(vault, held));
  const items = findPlacedTwice(presences).map(toItem);
  knownByVault.set(vault, { version, items });
  return items;
}

/** Those that this person has a hand in: coordinators all, others where they wrote one of the placements. */
export const placedTwiceItemsOf = (vault: OpenVault): PlacedTwiceItem[] =>
  allPlacedTwice(vault).filter((item) => hasHandIn(vault, idsOf(item)));

const idsOf = ({ recordId, others }: PlacedTwiceItem): string[] => [recordId, ...others.map((one) => one.placementId)];

/**
 * What a form would come to if it were saved now; undefined when nobody would be in two. `isNew` where the form itself brings it about. Of the
 * person the form is about nothing is said here: a second placement told of the same person is refused by the rules.
 */
export function placedTwiceByForm(
  vault: OpenVault,
  id: string,
  values: Fields,
): (PlacedTwiceItem & { readonly isNew: boolean }) | undefined {
  const existing = vault.caseload.find(id)?.record;
  const record = { id, fields: values, fieldVersions: existing?.fieldVersions ?? {} };
  const own = presencesOf(vault, { record, confirmed: existing });
  const people = new Set(own.map(({ personId }) => personId));
  const survivor = survivorIn(vault);
  const told = survivor(String(values.beneficiary));
  const others = vault.caseload
    .ofKind('placement')
    .filter((held) => held.record.id !== id && survivor(String(held.record.fields.beneficiary)) !== told)
    .flatMap((held) => presencesOf(vault, held))
    .filter(({ personId }) => people.has(personId))
    // Whatever else waits on this device was saved before.
    .map((presence) => ({ ...presence, arrival: Math.min(presence.arrival, Number.MAX_SAFE_INTEGER) }));
  const item = findPlacedTwice([...own, ...others]).find(({ placementId }) => placementId === id);
  const isNew = placementToPresence({ record, confirmed: existing }, '').arrival === Number.POSITIVE_INFINITY;
  return item && { ...toItem(item), isNew };
}
