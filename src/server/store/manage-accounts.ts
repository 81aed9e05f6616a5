import type { Role } from '../../domain/actor.ts';
import { AccountSummary } from '../../protocol/accounts.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';

/** Accounts as those who keep them see and change them. Each change says which sessions are to be told. */
export type KeptAccount = { readonly id: string; readonly username: string; readonly role: Role };

export function listAccountSummaries(pool: Pool, scope: Scope): Promise<AccountSummary[]> {
  return inMunicipality(pool, scope, async (sql) => {
    type Row = KeptAccount & { name: string; created: Date; disabled: Date | null };
    const rows = await sql<Row[]>`
      SELECT id, username, name, role, created_at AS created, disabled_at AS disabled FROM accounts
      WHERE municipality = ${scope.municipality} AND role <> 'guest' ORDER BY username`;
    return rows.map(({ created, disabled, ...account }) =>
      AccountSummary.parse({
        ...account,
        createdAt: created.toISOString(),
        ...(disabled && { disabledAt: disabled.toISOString() }),
      }),
    );
  });
}

type Named = { readonly id: string } | { readonly username: string };

export function findAccount(pool: Pool, scope: Scope, named: Named): Promise<KeptAccount | undefined> {
  return inMunicipality(pool, scope, async (sql) => {
    const [account] = await sql<KeptAccount[]>`
      SELECT id, username, role FROM accounts WHERE municipality = ${scope.municipality} AND role <> 'guest'
      AND ${'id' in named ? sql`id = ${named.id}` : sql`username = ${named.username}`}`;
    return account;
  });
}

type NewSecret = {
  readonly id: string;
  readonly secretHash: string;
  readonly at: string;
  /** The session in which a person changes their own password; all others end. */
  readonly keptSession?: string;
};

/** The sessions that ended. */
export function replaceSecretOf(
  pool: Pool,
  scope: Scope,
  { id, secretHash, at, keptSession }: NewSecret,
): Promise<string[]> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    await sql`UPDATE accounts SET secret_hash = ${secretHash} WHERE municipality = ${municipality} AND id = ${id}`;
    const ended = await sql<{ id: string }[]>`
      DELETE FROM sessions WHERE municipality = ${municipality} AND account = ${id} AND id IS DISTINCT FROM ${keptSession ?? null}::uuid
      RETURNING id`;
    const action = keptSession === undefined ? 'password-reset' : 'password-changed';
    await writeAudit(sql, scope, at, { action, detail: { account: id } });
    return ended.map((session) => session.id);
  });
}

/** Its sessions stay, so that each device is told why it may no longer come in; they are returned. Nothing when it was closed already. */
export function disableAccount(pool: Pool, scope: Scope, { id, at }: { id: string; at: string }): Promise<string[]> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    const done = await sql`
      UPDATE accounts SET disabled_at = ${at} WHERE municipality = ${municipality} AND id = ${id} AND disabled_at IS NULL`;
    if (done.count === 0) return [];
    const told = await listSessions(sql, municipality, id);
    await writeAudit(sql, scope, at, { action: 'account-disabled', detail: { account: id } });
    return told;
  });
}

export function enableAccount(pool: Pool, scope: Scope, { id, at }: { id: string; at: string }): Promise<void> {
  return inMunicipality(pool, scope, async (sql) => {
    const done = await sql`
      UPDATE accounts SET disabled_at = NULL WHERE municipality = ${scope.municipality} AND id = ${id} AND disabled_at IS NOT NULL`;
    if (done.count > 0) await writeAudit(sql, scope, at, { action: 'account-enabled', detail: { account: id } });
  });
}

/** All its sessions end: each device asks for a new one, and is told the new role. They are returned. */
export function changeRole(
  pool: Pool,
  scope: Scope,
  { id, from, to, at }: { id: string; from: Role; to: Role; at: string },
): Promise<string[]> {
  const { municipality } = scope;
  return inMunicipality(pool, scope, async (sql) => {
    await sql`UPDATE accounts SET role = ${to} WHERE municipality = ${municipality} AND id = ${id}`;
    const ended = await sql<{ id: string }[]>`
      DELETE FROM sessions WHERE municipality = ${municipality} AND account = ${id} RETURNING id`;
    await writeAudit(sql, scope, at, { action: 'account-role-changed', detail: { account: id, from, to } });
    return ended.map((session) => session.id);
  });
}

async function listSessions(sql: Transaction, municipality: string, account: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    SELECT id FROM sessions WHERE municipality = ${municipality} AND account = ${account}`;
  return rows.map(({ id }) => id);
}
