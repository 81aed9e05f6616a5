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

export const listAccounts = (
  pool: Pool,
  municipality: MunicipalityId,
): Promise<(Account & { isDisabled: boolean })[]> =>
  inMunicipality(
    pool,
    { municipality, actor: OPERATOR_ACTOR },
    (sql) => sql<(Account & { isDisabled: boolean })[]>`
    SELECT id, username, name, role, disabled_at IS NOT NULL AS "isDisabled" FROM accounts
    WHERE municipality = ${municipality} AND role <> 'guest' ORDER BY username`,
  );

type AccountToSignIn = Account & { readonly secretHash: string; readonly isDisabled: boolean };

export async function findAccountToSignIn(
  sql: Transaction,
  municipality: MunicipalityId,
  username: string,
): Promise<AccountToSignIn | undefined> {
  const [account] = await sql<AccountToSignIn[]>`
    SELECT id, username, name, role, secret_hash AS "secretHash", disabled_at IS NOT NULL AS "isDisabled" FROM accounts
    WHERE municipality = ${municipality} AND username = ${username}`;
  return account;
}
