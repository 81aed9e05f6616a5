import type { AccountLine } from '../remote-ports.ts';

/** By name, those who may sign in before those who may not. */
export const sortAccounts = (accounts: readonly AccountLine[]): AccountLine[] =>
  accounts.toSorted((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name, 'it'));

const placeOf = ({ disabledAt }: AccountLine): number => (disabledAt === undefined ? 0 : 1);
