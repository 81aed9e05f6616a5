import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Refused } from '../http/problem.ts';
import type { ServerPorts } from '../server-ports.ts';
import { type Account, findAccountToSignIn } from '../store/accounts.ts';
import { claimAttempt } from '../store/attempts.ts';
import { inMunicipality, SYSTEM_ACTOR } from '../store/in-municipality.ts';
import { isSecretRight } from './secret-hash.ts';

/** A typo or three are free; a whole office behind one address has more. */
const FREE_TRIES_OF_ACCOUNT_MAX = 5;
const FREE_TRIES_OF_ADDRESS_MAX = 30;

export type SecretTry = {
  readonly municipality: MunicipalityId;
  readonly username: string;
  readonly secret: string;
  readonly address: string;
};

/** The secret was right; the two subjects are to be forgiven once what it was for is done. */
export type KnownBySecret = {
  readonly account: Account & { readonly isDisabled: boolean };
  readonly ofAccount: string;
  readonly ofAddress: string;
};

/** One slowed-down try, for signing in and for changing a password alike: whoever guesses in one place waits in the other. */
export async function checkSecret(
  { pool, keys, clock }: Pick<ServerPorts, 'pool' | 'keys' | 'clock'>,
  { municipality, username, secret, address }: SecretTry,
): Promise<Result<KnownBySecret, Refused>> {
  const ofAccount = keys.conceal('attempts', `account/${username}`);
  const ofAddress = keys.conceal('attempts', `address/${address}`);
  const subjects = [
    { subject: ofAccount, freeMax: FREE_TRIES_OF_ACCOUNT_MAX },
    { subject: ofAddress, freeMax: FREE_TRIES_OF_ADDRESS_MAX },
  ];
  const waitSeconds = await claimAttempt(pool, { municipality, subjects, at: clock.now() });
  if (waitSeconds > 0) return err({ type: 'SignInSlowDown', retryAfterSeconds: waitSeconds });
  const account = await inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, (sql) =>
    findAccountToSignIn(sql, municipality, username),
  );
  // The same work and the same answer whether the account is there or not.
  const isRight = await isSecretRight(secret, account?.secretHash);
  if (!isRight || account === undefined) return err({ type: 'SignInRefused' });
  return ok({ account, ofAccount, ofAddress });
}
