import type * as real from '../../../src/server/store/manage-accounts.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/manage-accounts.ts, in the simulated process only. */
export const findAccount: typeof real.findAccount = async (pool, _scope, named) => {
  const database = asMemory(pool);
  await database.travel();
  const accounts = [...database.tables.accounts.values()];
  return accounts.find((one) => ('id' in named ? one.id === named.id : one.username === named.username));
};

export const replaceSecretOf: typeof real.replaceSecretOf = async (pool, _scope, { id, secretHash, keptSession }) => {
  const database = asMemory(pool);
  await database.travel();
  const { accounts, sessions } = database.tables;
  const account = accounts.get(id);
  if (account !== undefined) accounts.set(id, { ...account, secret: secretHash });
  const ended = [...sessions].filter(([, session]) => session.account === id && session.id !== keptSession);
  for (const [hash] of ended) sessions.delete(hash);
  return ended.map(([, session]) => session.id);
};

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const listAccountSummaries: typeof real.listAccountSummaries = unused;
export const disableAccount: typeof real.disableAccount = unused;
export const enableAccount: typeof real.enableAccount = unused;
