import type * as real from '../../../src/server/store/sessions.ts';
import { asMemory } from './as-memory.ts';
import { rowToActor } from './to-actor.ts';

/** Stands in for src/server/store/sessions.ts, in the simulated process only. */
const SESSION_DAYS = 30;
const SEEN_STALE_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

export const sessionEnd: typeof real.sessionEnd = (at) =>
  new Date(Date.parse(at) + SESSION_DAYS * DAY_MS).toISOString();

export const insertSession: typeof real.insertSession = async (pool, { account, deviceId, tokenHash, at }) => {
  const database = asMemory(pool);
  await database.travel();
  const row = {
    id: tokenHash.slice(0, 32),
    account: account.id,
    device: deviceId,
    seenAt: at,
    expiresAt: sessionEnd(at),
  };
  database.tables.sessions.set(tokenHash, row);
};

export const findSession: typeof real.findSession = async (pool, { municipality, tokenHash, at }) => {
  const database = asMemory(pool);
  await database.travel();
  const { sessions, accounts, devices, epoch } = database.tables;
  const row = sessions.get(tokenHash);
  const account = row && accounts.get(row.account);
  const device = row && devices.get(row.device);
  if (row === undefined || account === undefined || device === undefined) return undefined;
  const isExpired = Date.parse(row.expiresAt) <= Date.parse(at);
  const isStale = Date.parse(at) - Date.parse(row.seenAt) > SEEN_STALE_MS;
  if (isStale && !isExpired && !device.isRevoked)
    sessions.set(tokenHash, { ...row, seenAt: at, expiresAt: sessionEnd(at) });
  const actor = rowToActor(database.tables, municipality, account, at);
  return {
    id: row.id,
    actor,
    deviceId: device.id,
    epoch,
    isExpired,
    isDeviceRevoked: device.isRevoked,
    isAccountDisabled: account.isDisabled,
  };
};

export const deleteSession: typeof real.deleteSession = async (pool, session) => {
  const { tables } = asMemory(pool);
  for (const [hash, { id }] of tables.sessions) if (id === session.id) tables.sessions.delete(hash);
};
