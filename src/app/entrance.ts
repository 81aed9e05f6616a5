import type { Device } from '../device/open-device.ts';
import type { UnlockedVault } from '../device/unlock-vault.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { EntranceTrouble } from '../features/entrance.ts';
import { forget } from '../vault/bytes.ts';
import { deriveRootInWorker } from '../vault/derive-root-in-worker.ts';
import { loginSalt, rootToLoginSecret } from '../vault/password-root.ts';
import type { SignedIn } from './join-municipality.ts';
import { untilKeptForOffline } from './update-flow.ts';

/**
 * The doors into a vault. Only the login secret outlives them, in memory and for as long as the vault is open: with it `sync` renews
 * an ended session without asking. Password and root are forgotten as soon as the vault is open.
 */
export type Entered = {
  readonly unlocked: UnlockedVault;
  /** Undefined in a tab that got the key from another tab: that tab cannot renew a session by itself. */
  readonly login:
    | { readonly username: string /** Another one after the password was changed. */; secret: string }
    | undefined;
};
export type Progress = (done: number, total: number) => void;

export async function unlock(
  device: Device,
  vaultId: string,
  password: string,
  onProgress: Progress,
): Promise<Result<Entered, EntranceTrouble>> {
  const who = device.vaults.peek().find((vault) => vault.vaultId === vaultId);
  if (who === undefined) return err({ type: 'DatabaseMissing' });
  const salt = await loginSalt({ municipality: who.municipality, username: who.username });
  const root = await deriveRootInWorker({ password, salt });
  const entered = await enterWithRoot(device, vaultId, who.username, root, onProgress);
  forget(root);
  return entered;
}

/** Signs in online; the first time it makes the vault, later it opens the one that is here. */
export async function signInAndEnter(
  device: Device,
  username: string,
  password: string,
  onProgress: Progress,
): Promise<Result<Entered, EntranceTrouble>> {
  const { signIn } = await import('./join-municipality.ts');
  const signedIn = await signIn(ownServer(), device, username, password);
  if (!signedIn.ok) {
    await noteTheEnd(device, username, signedIn.error);
    return signedIn;
  }
  const { session, root } = signedIn.value;
  const vaultId = await findOrCreateVault(device, signedIn.value);
  if (!vaultId.ok) return vaultId;
  const entered = await enterOrRecover(device, vaultId.value, signedIn.value, onProgress);
  forget(root);
  if (!entered.ok) return entered;
  const kept = await entered.value.unlocked.store.saveSessionToken(session.token);
  await untilKeptForOffline();
  return kept.ok ? entered : kept;
}

/** The server, which has just seen the right password, says that this account is closed: what waits is handed over, then the vault leaves. */
async function noteTheEnd(device: Device, username: string, { type }: EntranceTrouble): Promise<void> {
  const own = device.vaults.peek().find((vault) => vault.username === username);
  if (type !== 'AccountDisabled' || own === undefined) return;
  await (await device.lockedMail()).noteClosed(own.vaultId, true);
}

/** What the municipality can open for its owner: the server has just taken this person's password. */
const RECOVERABLE: readonly EntranceTrouble['type'][] = ['WrongPassword', 'PasswordStale', 'SlotDamaged'];

async function enterOrRecover(
  device: Device,
  vaultId: string,
  signedIn: SignedIn,
  onProgress: Progress,
): Promise<Result<Entered, EntranceTrouble>> {
  const { username, root } = signedIn;
  const entered = await enterWithRoot(device, vaultId, username, root, onProgress);
  if (entered.ok || !RECOVERABLE.includes(entered.error.type)) return entered;
  const { recoverVault } = await import('./recover-vault.ts');
  const recovered = await recoverVault(ownServer(), device, vaultId, signedIn);
  return recovered.ok ? enterWithRoot(device, vaultId, username, root, onProgress) : recovered;
}

async function findOrCreateVault(
  device: Device,
  { session, username, root }: SignedIn,
): Promise<Result<string, EntranceTrouble>> {
  const { actor, escrow } = session;
  const own = device.vaults.peek().find(({ accountId }) => accountId === actor.id);
  if (own === undefined) return device.createVault({ actor, username, root, escrow });
  const kept = await device.keepAccount(own.vaultId, { actor, username });
  return kept.ok ? ok(own.vaultId) : kept;
}

async function enterWithRoot(
  device: Device,
  vaultId: string,
  username: string,
  root: Uint8Array,
  onProgress: Progress,
): Promise<Result<Entered, EntranceTrouble>> {
  const unlocked = await device.unlockVault(vaultId, root, onProgress);
  const secret = await rootToLoginSecret(root);
  if (unlocked.ok) return ok({ unlocked: unlocked.value, login: { username, secret } });
  return err(unlocked.error.type === 'VaultUnknown' ? { type: 'DatabaseMissing' } : unlocked.error);
}

/** The endpoint that served this page. */
export const ownServer = () => ({ fetch: globalThis.fetch.bind(globalThis), origin: '' });
