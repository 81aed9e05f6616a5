import type * as real from '../../../src/server/store/accounts.ts';
import { asMemory } from './as-memory.ts';
import { ANY_SECRET } from './secret-hash.ts';

/** Stands in for src/server/store/accounts.ts, in the simulated process only. A secret is kept as it is: see secret-hash.ts here. */
export const findAccountToSignIn: typeof real.findAccountToSignIn = async (sql, _municipality, username) => {
  const { tables } = asMemory(sql as never);
  const account = [...tables.accounts.values()].find((one) => one.username === username);
  return account && { ...account, secretHash: account.secret ?? ANY_SECRET };
};

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const insertAccount: typeof real.insertAccount = unused;
export const listAccounts: typeof real.listAccounts = unused;
