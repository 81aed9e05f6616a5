import { z } from 'zod';
import type { Device } from '../device/open-device.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { PasswordTrouble } from '../features/remote-ports.ts';
import type { PasswordRequest } from '../protocol/accounts.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { forget } from '../vault/bytes.ts';
import { deriveRootInWorker } from '../vault/derive-root-in-worker.ts';
import { type LoginName, loginSalt, rootToLoginSecret } from '../vault/password-root.ts';
import { type Ask, failureToTrouble, problemOf } from './ask-server.ts';
import { type Entered, ownServer } from './entrance.ts';
import { openSession } from './join-municipality.ts';

/**
 * One's own password, in two places: the server's copy first, because it may say no or not answer; then the slot of the vault on this
 * device. Should the second fail, the vault opens with the old password for the time being, and nothing in it is touched.
 */
type Here = { readonly device: Device; readonly entered: Entered };
type Answer = Promise<Result<void, PasswordTrouble>>;
type Roots = { readonly oldRoot: Uint8Array; readonly newRoot: Uint8Array };

export async function changePassword(
  { ask, ...here }: Here & { readonly ask: Ask },
  oldPassword: string,
  newPassword: string,
): Answer {
  const name = ownLogin(here);
  const roots = await rootsOf(name, oldPassword, newPassword);
  const newSecret = await rootToLoginSecret(roots.newRoot);
  const oldSecret = await rootToLoginSecret(roots.oldRoot);
  const body: PasswordRequest = { protocol: PROTOCOL_VERSION, oldSecret, newSecret };
  const answer = await ask({ method: 'POST', path: '/password', body, response: z.undefined() });
  if (!answer.ok && !(await wasTakenBefore(here, name, answer.error, newSecret))) {
    forgetRoots(roots);
    return err(failureToPasswordTrouble(answer.error));
  }
  // `sync` renews its session with it.
  const { login } = here.entered;
  if (login !== undefined) login.secret = newSecret;
  return changeHere(here, roots);
}

export async function finishPassword(here: Here, oldPassword: string, newPassword: string): Answer {
  return changeHere(here, await rootsOf(ownLogin(here), oldPassword, newPassword));
}

async function changeHere({ device, entered }: Here, roots: Roots): Answer {
  const { vaultId } = entered.unlocked.vault;
  const changed = await device.changePassword(vaultId, roots.oldRoot, roots.newRoot);
  forgetRoots(roots);
  return changed.ok ? ok(undefined) : err('only-server');
}

const forgetRoots = ({ oldRoot, newRoot }: Roots): void => {
  forget(oldRoot);
  forget(newRoot);
};

/** The answer to an earlier try may have been lost on the way: then the old password is wrong by now, and the new one right. */
async function wasTakenBefore(
  { device, entered }: Here,
  { username }: LoginName,
  failure: SyncFailure,
  newSecret: string,
): Promise<boolean> {
  const token = device.enrolment.peek()?.deviceToken;
  if (problemOf(failure) !== 'SignInRefused' || token === undefined) return false;
  const session = await openSession(ownServer(), token, username, newSecret);
  if (session.ok) await entered.unlocked.store.saveSessionToken(session.value.token);
  return session.ok;
}

function ownLogin({ device, entered }: Here): LoginName {
  const { vaultId, actor } = entered.unlocked.vault;
  const username = device.vaults.peek().find((vault) => vault.vaultId === vaultId)?.username ?? '';
  return { municipality: actor.municipality, username };
}

async function rootsOf(name: LoginName, oldPassword: string, newPassword: string): Promise<Roots> {
  const salt = await loginSalt(name);
  // One after the other: two times 64 MiB at once is more than an old phone gives.
  const oldRoot = await deriveRootInWorker({ password: oldPassword, salt });
  return { oldRoot, newRoot: await deriveRootInWorker({ password: newPassword, salt }) };
}

/** All of a password that ever leaves the device. */
export async function passwordToSecret(name: LoginName, password: string): Promise<string> {
  const root = await deriveRootInWorker({ password, salt: await loginSalt(name) });
  const secret = await rootToLoginSecret(root);
  forget(root);
  return secret;
}

function failureToPasswordTrouble(failure: SyncFailure): PasswordTrouble {
  const problem = problemOf(failure);
  if (problem === 'SignInRefused') return 'wrong-password';
  return problem === 'SignInSlowDown' ? 'slow-down' : failureToTrouble(failure);
}
