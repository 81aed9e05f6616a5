import type { Role } from '../../domain/actor.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, OPERATOR_ACTOR } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';

export type Account = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
};
export type NewAccount = Account & {
  readonly municipality: MunicipalityId;
  readonly secretHash: string;
  readonly at: string;
};

/** For the owner's pool. False when the username is taken. */
export function insertAccount(pool: Pool, account: NewAccount): Promise<boolean> {
  const { municipality, id, username, name, role, secretHash, at } = account;
  const scope = { municipality, actor: OPERATOR_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    const made = await sql`
      INSERT INTO accounts (municipality, id, username, name, role, secret_hash, created_at)
      VALUES (${municipality}, ${id}, ${username}, ${name}, ${role}, ${secretHash}, ${at}) ON CONFLICT DO NOTHING`;
    if (made.count === 0) return false;
    await writeAudit(sql, scope, at, { action: 'account-created', detail: { account: id, role } });
    return true;
  });
}

/** A new password ends all the account's sessions. For the owner's pool. False when there is no such account. */
export function replaceSecret(
  pool: Pool,
  { municipality, username, secretHash, at }: Pick<NewAccount, 'municipality' | 'username' | 'secretHash' | 'at'>,
): Promise<boolean> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  return inMunicipality(pool, scope, async (sql) => {
    const [account] = await sql<{ id: string }[]>`
      UPDATE accounts SET secret_hash = ${secretHash} WHERE municipality = ${municipality} AND username = ${username} RETURNING id`;
    if (account === undefined) return false;
    await sql`DELETE FROM sessions WHERE municipality = ${municipality} AND account = ${account.id}`;
    await writeAudit(sql, scope, at, { action: 'password-reset', detail: { account: account.id } });
    return true;
  });
}

export const listAccounts = (pool: Pool, municipality: MunicipalityId): Promise<Account[]> =>
  inMunicipality(
    pool,
    { municipality, actor: OPERATOR_ACTOR },
    (sql) => sql<Account[]>`
    SELECT id, username, name, role FROM accounts WHERE municipality = ${municipality} ORDER BY username`,
  );

export async function findAccountToSignIn(
  sql: Transaction,
  municipality: MunicipalityId,
  username: string,
): Promise<(Account & { secretHash: string }) | undefined> {
  const [account] = await sql<(Account & { secretHash: string })[]>`
    SELECT id, username, name, role, secret_hash AS "secretHash" FROM accounts
    WHERE municipality = ${municipality} AND username = ${username}`;
  return account;
}
