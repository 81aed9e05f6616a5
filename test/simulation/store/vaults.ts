import { Actor } from '../../../src/domain/actor.ts';
import type * as real from '../../../src/server/store/vaults.ts';
import { GENOVA } from '../escrow-pairs.ts';
import { escrowOf } from '../memory-database.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/vaults.ts, in the simulated process only. */
export const findVault: typeof real.findVault = async (pool, { municipality }, id) => {
  const database = asMemory(pool);
  await database.travel();
  const { vaults, accounts, devices, escrow } = database.tables;
  const row = vaults.get(id);
  const account = row && accounts.get(row.account);
  const device = row && devices.get(row.device);
  if (row === undefined || account === undefined || device === undefined) return undefined;
  return {
    id,
    owner: Actor.parse({ id: account.id, name: account.name, role: account.role, municipality }),
    deviceId: row.device,
    slot: row.slot,
    escrowKeySealed: escrow.privateKeySealed,
    isOwnerDisabled: account.isDisabled,
    isDeviceRevoked: device.isRevoked,
  };
};

export const getEscrowSecret: typeof real.getEscrowSecret = async (pool, { municipality }) => {
  const database = asMemory(pool);
  await database.travel();
  const { keyId, privateKeySealed } = escrowOf(database.tables, municipality);
  return { keyId, escrowKeySealed: privateKeySealed };
};

export const registerVault: typeof real.registerVault = async (
  pool,
  { actor, municipality },
  { id, deviceId, slot },
) => {
  const database = asMemory(pool);
  await database.travel();
  const { vaults, escrow } = database.tables;
  // What the other city has in its vaults it only reads.
  if (municipality !== GENOVA) return 'registered';
  if (slot.keyId !== escrow.keyId) return 'oldKey';
  const known = vaults.get(id);
  if (known !== undefined && known.account !== actor) return 'foreign';
  if (known?.device === deviceId && known.slot.keyId === slot.keyId) return 'registered';
  vaults.set(id, { account: known?.account ?? actor, device: deviceId, slot });
  return 'registered';
};

export const noteRecovery: typeof real.noteRecovery = async () => undefined as never;
