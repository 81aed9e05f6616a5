import { v7 as newUuid } from 'uuid';
import type { Role } from '../domain/actor.ts';
import { findMunicipality } from '../domain/lists/municipalities.ts';
import { readsRecords } from '../domain/permissions.ts';
import type { MunicipalityId } from '../domain/primitives.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { createEscrowKeyPair } from '../vault/escrow.ts';
import { type DeriveRoot, loginSalt, rootToLoginSecret } from '../vault/password-root.ts';
import { createEnrolmentCode } from './auth/enrolment-code.ts';
import { sealEscrowKey } from './auth/escrow-seal.ts';
import { hashSecret } from './auth/secret-hash.ts';
import type { ServerKeys } from './auth/server-keys.ts';
import type { Clock } from './clock.ts';
import { type Account, insertAccount, listAccounts } from './store/accounts.ts';
import { insertEnrolmentCode } from './store/devices.ts';
import { OPERATOR_ACTOR } from './store/in-municipality.ts';
import { changeRole, disableAccount, enableAccount, findAccount, replaceSecretOf } from './store/manage-accounts.ts';
import { findStoredMunicipality, insertMunicipality } from './store/municipalities.ts';
import type { Pool } from './store/open-pool.ts';
import { replaceEscrow } from './store/replace-escrow.ts';
import { resealVault } from './vaults/open-vault.ts';

/** What only whoever runs the server does: `npm run admin`, the demonstration and the tests. Errors are sentences. */
export type AdministrationPorts = {
  /** Signed in as the owner of the tables. */
  readonly ownerPool: Pool;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  readonly deriveRoot: DeriveRoot;
};

const MINUTE_MS = 60_000;

export async function addMunicipality(
  { ownerPool, keys, clock }: AdministrationPorts,
  id: MunicipalityId,
): Promise<Result<string, string>> {
  const name = findMunicipality(id)?.name;
  if (name === undefined) return err(`${id} is none of the network's municipalities (c_ and the codice catastale).`);
  const { keyId, publicKey, privateKey } = await createEscrowKeyPair();
  const escrowPrivateKeySealed = sealEscrowKey(keys.escrow, id, privateKey);
  const escrow = { keyId, publicKey };
  const isNew = await insertMunicipality(ownerPool, { id, name, escrow, escrowPrivateKeySealed, at: clock.now() });
  return isNew ? ok(name) : err(`${name} (${id}) is already there.`);
}

export type AccountToAdd = {
  readonly municipality: MunicipalityId;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
};

export async function addAccount(
  ports: AdministrationPorts,
  { municipality, username, name, role, password }: AccountToAdd,
): Promise<Result<Account, string>> {
  if ((await findStoredMunicipality(ports.ownerPool, municipality)) === undefined) return err(notThere(municipality));
  const account = { id: newUuid(), username, name, role };
  const secretHash = await passwordToSecretHash(ports, { municipality, username }, password);
  const isNew = await insertAccount(ports.ownerPool, { ...account, municipality, secretHash, at: ports.clock.now() });
  return isNew ? ok(account) : err(`The user name ${username} is taken in ${municipality}.`);
}

/** The sessions that ended. */
export async function resetPassword(
  ports: AdministrationPorts,
  { municipality, username, password }: Pick<AccountToAdd, 'municipality' | 'username' | 'password'>,
): Promise<Result<readonly string[], string>> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  const account = await findAccount(ports.ownerPool, scope, { username });
  if (account === undefined) return err(noUser(municipality, username));
  const secretHash = await passwordToSecretHash(ports, { municipality, username }, password);
  const reset = { id: account.id, secretHash, at: ports.clock.now() };
  return ok(await replaceSecretOf(ports.ownerPool, scope, reset));
}

/** The sessions that are to be told. */
export async function setAccountOpen(
  { ownerPool, clock }: AdministrationPorts,
  { municipality, username, isOpen }: { municipality: MunicipalityId; username: string; isOpen: boolean },
): Promise<Result<readonly string[], string>> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  const account = await findAccount(ownerPool, scope, { username });
  if (account === undefined) return err(noUser(municipality, username));
  const change = { id: account.id, at: clock.now() };
  if (!isOpen) return ok(await disableAccount(ownerPool, scope, change));
  await enableAccount(ownerPool, scope, change);
  return ok([]);
}

/**
 * The server decides by the new role from then on; a device reads all anew by it, because the cursor it holds is bound to the old one. A role
 * that is shown no record reads nothing anew, so what the devices hold would stay on them: such a change is refused. Gives the sessions that
 * are to be told.
 */
export async function setRole(
  { ownerPool, clock }: AdministrationPorts,
  { municipality, username, role }: Pick<AccountToAdd, 'municipality' | 'username' | 'role'>,
): Promise<Result<readonly string[], string>> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  const account = await findAccount(ownerPool, scope, { username });
  if (account === undefined) return err(noUser(municipality, username));
  if (account.role === role) return err(`The role of ${username} is ${role} already.`);
  if (readsRecords(account.role) && !readsRecords(role)) {
    return err(
      `A ${role} is shown no records, and the devices of ${username} hold some: close this account with \`account disable\` and create another.`,
    );
  }
  return ok(await changeRole(ownerPool, scope, { id: account.id, from: account.role, to: role, at: clock.now() }));
}

/**
 * Somebody who goes to work in another city: the account there first, so that nobody is left without one, then the one here is closed. No
 * record and no session goes along: what was written here is this city's, and what devices still hold of it is taken and held for its
 * coordinator. The password is another one, because a login is bound to its city. Gives the sessions that are to be told.
 */
export async function moveAccount(
  ports: AdministrationPorts,
  {
    municipality,
    username,
    to,
    password,
  }: { to: MunicipalityId } & Pick<AccountToAdd, 'municipality' | 'username' | 'password'>,
): Promise<Result<readonly string[], string>> {
  if (to === municipality) return err(`${username} is in ${municipality} already.`);
  const account = (await listAccounts(ports.ownerPool, municipality)).find((one) => one.username === username);
  if (account === undefined) return err(noUser(municipality, username));
  const { name, role } = account;
  const added = await addAccount(ports, { municipality: to, username, name, role, password });
  return added.ok ? setAccountOpen(ports, { municipality, username, isOpen: false }) : added;
}

const noUser = (municipality: MunicipalityId, username: string): string =>
  `There is no user ${username} in ${municipality}.`;

/** A new key pair for a city: how many vaults were sealed to it anew. The old private key is gone for good. */
export async function rotateEscrow(
  { ownerPool, keys, clock }: AdministrationPorts,
  municipality: MunicipalityId,
): Promise<Result<{ readonly keyId: string; readonly vaults: number }, string>> {
  if ((await findStoredMunicipality(ownerPool, municipality)) === undefined) return err(notThere(municipality));
  const { keyId, publicKey, privateKey } = await createEscrowKeyPair();
  const next = { keyId, publicKey, escrowPrivateKeySealed: sealEscrowKey(keys.escrow, municipality, privateKey) };
  const vaults = await replaceEscrow(ownerPool, municipality, {
    next,
    at: clock.now(),
    reseal: (vault) => resealVault(keys, municipality, vault, { keyId, publicKey }),
  });
  return ok({ keyId, vaults });
}

/** The device derives the same secret from the same password: see `vault/password-root.ts`. */
async function passwordToSecretHash(
  { deriveRoot }: AdministrationPorts,
  login: { municipality: MunicipalityId; username: string },
  password: string,
): Promise<string> {
  const root = await deriveRoot({ password, salt: await loginSalt(login) });
  return hashSecret(await rootToLoginSecret(root));
}

export async function addEnrolmentCode(
  { ownerPool, keys, clock }: AdministrationPorts,
  { municipality, uses, minutes }: { municipality: MunicipalityId; uses: number; minutes: number },
): Promise<Result<{ code: string; expiresAt: string }, string>> {
  const code = createEnrolmentCode(municipality);
  const at = clock.now();
  const expiresAt = new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
  const codeHash = keys.conceal('enrolment-code', code.replaceAll('-', ''));
  const isThere = await insertEnrolmentCode(ownerPool, { municipality, codeHash, uses, at, expiresAt });
  return isThere ? ok({ code, expiresAt }) : err(notThere(municipality));
}

export const notThere = (municipality: MunicipalityId): string => `${municipality} is not there yet: create it first.`;
