import type { Change } from '../../domain/change.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { Dwelling } from '../../domain/kinds/dwelling.ts';
import type { Placement } from '../../domain/kinds/placement.ts';
import { freeThroughout, placementToStay, type Stay } from '../../domain/occupancy.ts';

type CreateChange = Change & { readonly type: 'create' };

/**
 * Gives households their homes one after the other, each where there is room for it. Two of those that live somewhere now get the one bed of the last
 * dwelling, as two devices without a network would: there is something to decide.
 */
export function createDemoHomes(dwellings: readonly CreateChange[], today: string) {
  const homes = dwellings
    .filter(({ kind }) => kind === 'dwelling')
    .map(({ recordId, fields }) => ({ id: recordId, offer: fields as Partial<Dwelling>, stays: [] as Stay[] }));
  const contested = homes.pop();
  let turn = 0;
  let given = 0;
  return (placementId: string, placement: Fields): Fields => {
    if (placement.entryDate === undefined) return placement;
    turn += 1;
    if (contested !== undefined && given < 2 && placement.exitDate === undefined && placement.householdSize === 1) {
      given += 1;
      return { ...placement, dwellingId: contested.id };
    }
    const inTurn = homes.map((_, index) => homes[(index + turn) % homes.length] ?? homes[0]);
    for (const home of inTurn) {
      const stay = home && placementToStay(placementId, placement as Partial<Placement>, home.offer, today);
      if (home === undefined || stay === undefined) continue;
      if (freeThroughout(home.offer, home.stays, stay.from, stay.until) < stay.people) continue;
      home.stays.push(stay);
      return { ...placement, dwellingId: home.id };
    }
    return placement;
  };
}
