import { guestStanding, isLettingIn, mayOpenLate } from '../../../src/domain/guest-time.ts';
import type * as real from '../../../src/server/store/invitations.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/invitations.ts, in the simulated process only. */
export const openInvitation: typeof real.openInvitation = async (pool, _scope, { event, at, hashCode }) => {
  const database = asMemory(pool);
  await database.travel();
  const { invitations, records } = database.tables;
  const record = records.get(event);
  if (record?.kind !== 'event') return undefined;
  if (guestStanding(record, undefined, at) !== 'open' && !mayOpenLate(record, at)) return undefined;
  const known = [...invitations.values()].find((one) => one.event === event && one.endedAt === undefined);
  if (known !== undefined && isLettingIn(record, known, at))
    return { id: known.id, madeAt: known.madeAt, standing: 'open', phones: 0 };
  if (known !== undefined) invitations.set(known.id, { ...known, endedAt: at });
  const id = database.newId();
  invitations.set(id, { id, event, codeHash: hashCode(id), madeAt: at, endedAt: undefined });
  return { id, madeAt: at, standing: 'open', phones: 0 };
};

export const endInvitation: typeof real.endInvitation = async (pool, _scope, { event, at }) => {
  const database = asMemory(pool);
  await database.travel();
  const { invitations } = database.tables;
  const open = [...invitations.values()].filter((one) => one.event === event && one.endedAt === undefined);
  for (const one of open) invitations.set(one.id, { ...one, endedAt: at });
  return open.length > 0;
};

const unused = (): never => {
  throw new Error('nobody in the simulation asks for this');
};
export const findInvitation: typeof real.findInvitation = unused;
export const readEvent: typeof real.readEvent = unused;
