import type { MailedRow } from '../../protocol/mailbox.ts';
import type { PushedChange } from '../../protocol/push.ts';
import { findRecordId } from '../push/read-pushed.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipalityRetried, type Scope } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

export type ToHold = {
  readonly owner: { readonly accountId: string; readonly deviceId: string };
  readonly vaultId: string;
  readonly changes: readonly PushedChange[];
  readonly at: string;
};

/**
 * Keeps changes for a coordinator's yes, each once however often it comes. What was decided or dealt with before is told as taken. The
 * same id with other content is kept by nobody: it stays the device's.
 */
export function holdChanges(pool: Pool, scope: Scope, { owner, vaultId, changes, at }: ToHold): Promise<MailedRow[]> {
  const { municipality } = scope;
  const ids = changes.map(({ change }) => change.id);
  return inMunicipalityRetried(pool, scope, async (sql) => {
    const decided = await sql<{ id: string; hash: string }[]>`
      SELECT id, hash FROM changes WHERE municipality = ${municipality} AND id = ANY(${ids}::uuid[]) AND is_first`;
    const decidedIds = new Set(decided.map(({ id }) => id));
    const fresh = changes.filter(({ change }) => !decidedIds.has(change.id));
    const made = await sql`
      INSERT INTO attention (municipality, change, account, device, why, record, hash, body, received_at)
      SELECT ${municipality}, change, ${owner.accountId}, ${owner.deviceId}, 'held', record, hash, body, ${at}::timestamptz FROM unnest(
        ${fresh.map(({ change }) => change.id)}::uuid[], ${fresh.map(({ change }) => findRecordId(change) ?? null)}::uuid[],
        ${fresh.map(({ hash }) => hash)}::text[], ${fresh.map(({ change }) => JSON.stringify(change))}::text[]) AS u (change, record, hash, body)
      ON CONFLICT DO NOTHING RETURNING change`;
    const kept = await sql<{ id: string; hash: string; is_held: boolean }[]>`
      SELECT change AS id, hash, closed_at IS NULL AND why = 'held' AS is_held FROM attention
      WHERE municipality = ${municipality} AND change = ANY(${ids}::uuid[])`;
    if (made.count > 0) {
      const detail = { vault: vaultId, device: owner.deviceId, author: owner.accountId };
      const held = made.map(({ change }) => change);
      await writeAudit(sql, scope, at, { action: 'changes-held', detail: { ...detail, changes: held } });
    }
    const knownById = new Map(
      [...kept, ...decided.map((row) => ({ ...row, is_held: false }))].map((row) => [row.id, row]),
    );
    return changes.map(({ hash, change: { id } }) => {
      const known = knownById.get(id);
      if (known?.hash !== hash) return { changeId: id, became: 'unreadable' };
      return { changeId: id, became: known.is_held ? 'held' : 'taken' };
    });
  });
}
