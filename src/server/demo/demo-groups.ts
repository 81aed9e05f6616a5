import type { Fields } from '../../domain/json-value.ts';
import { STOPS } from './demo-services.ts';

/** Unnamed people beside the known ones. */
const UNNAMED = 2;

/** A morning with a mediator for a whole group: one service each, tied by the id of the first. */
export function createDemoGroup(
  groupId: string,
  municipality: string,
  people: readonly string[],
  atMs: number,
): readonly Fields[] {
  const instant = new Date(atMs).toISOString();
  const shared: Fields = {
    types: ['CIVI', 'MEDC'],
    mediationLanguage: 'fra',
    date: instant.slice(0, 10),
    time: '10:30',
    minutes: 60,
    placeKind: 'UNIT',
    place: STOPS[municipality]?.[0] ?? 'Sportello unico',
    group: groupId,
  };
  return [
    ...people.map((beneficiary) => ({ ...shared, beneficiary })),
    ...Array.from({ length: UNNAMED }, () => ({ ...shared, contact: { count: 1 } })),
  ];
}

/** A visit to a household: the same service for each who belongs to it. */
export const createDemoVisit = (
  groupId: string,
  householdId: string,
  members: readonly string[],
  atMs: number,
): readonly Fields[] =>
  members.map((beneficiary) => ({
    types: ['ORIE', 'EDUC'],
    date: new Date(atMs).toISOString().slice(0, 10),
    time: '16:00',
    minutes: 45,
    placeKind: 'HOME',
    group: groupId,
    householdId,
    beneficiary,
  }));
