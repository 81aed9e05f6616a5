import type { ComponentChild } from 'preact';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';
import { findHousehold } from './find-household.ts';

type HouseholdOrNotProps = { readonly id: string; readonly children: (household: CaseRecord) => ComponentChild };

/** A page about the household that an address names, or the word that this device does not have it. */
export function HouseholdOrNot({ id, children }: HouseholdOrNotProps) {
  const { vault, words } = useSession();
  const household = findHousehold(vault, id);
  if (household === undefined) return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  return <>{children(household)}</>;
}
