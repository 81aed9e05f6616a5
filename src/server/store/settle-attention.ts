import { createHash } from 'node:crypto';
import type { Actor, ActorRole } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { PushTransaction } from '../push/push-ports.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipalityRetried, type Scope } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';
import { createTransaction } from './push-store.ts';
import { toActor } from './to-actor.ts';

/** An item as it is settled: whose change, and the change as it came. */
export type KeptChange = {
  readonly author: Actor;
  readonly deviceId: string;
  readonly hash: string;
  readonly body: string;
  readonly isOpen: boolean;
};

export type HowClosed = 'decided' | 'applied' | 'mended' | 'dismiss';

/** One transaction of a coordinator on one item. It can push too, so that a change is decided and its item closed together or not at all. */
export type Settlement = {
  readonly push: PushTransaction;
  /** Locks the item until the end. */
  lockItem(changeId: string): Promise<KeptChange | undefined>;
  close(changeId: string, how: HowClosed, note: string | undefined): Promise<void>;
  /** It was decided again, and refused again. */
  keep(changeId: string, refusal: Refusal): Promise<void>;
  sendBack(changeId: string, note: string | undefined): Promise<void>;
  /** The last thing, unless a push was written. What the note says stays beside the item, only its hash is in the audit. */
  audit(changeId: string, how: string, note: string | undefined): Promise<void>;
};

export const inSettlement = <T>(
  pool: Pool,
  scope: Scope,
  at: string,
  work: (settlement: Settlement) => Promise<T>,
): Promise<T> => inMunicipalityRetried(pool, scope, (sql) => work(createSettlement(sql, scope, at)));

function createSettlement(sql: Transaction, scope: Scope, at: string): Settlement {
  const { municipality } = scope;
  return {
    push: createTransaction(sql, scope),

    async lockItem(changeId) {
      type Row = {
        account: string;
        name: string;
        role: ActorRole;
        device: string;
        hash: string;
        body: string;
        is_open: boolean;
      };
      const [row] = await sql<Row[]>`
        SELECT t.account, a.name, a.role, t.device, t.hash, t.body, t.closed_at IS NULL AS is_open
        FROM attention t JOIN accounts a ON a.municipality = t.municipality AND a.id = t.account
        WHERE t.municipality = ${municipality} AND t.change = ${changeId} FOR UPDATE OF t`;
      if (row === undefined) return undefined;
      const { account: id, name, role, device: deviceId, hash, body, is_open: isOpen } = row;
      const author = await toActor(sql, municipality, { id, name, role }, undefined);
      return { author, deviceId, hash, body, isOpen };
    },

    async close(changeId, how, note) {
      await sql`
        UPDATE attention SET closed_at = ${at}, closed_how = ${how}, closed_by = ${scope.actor}, note = coalesce(${note ?? null}, note)
        WHERE municipality = ${municipality} AND change = ${changeId}`;
    },

    async keep(changeId, refusal) {
      await sql`
        UPDATE attention SET why = 'refused', refusal = ${JSON.stringify(refusal)}
        WHERE municipality = ${municipality} AND change = ${changeId}`;
    },

    async sendBack(changeId, note) {
      await sql`
        UPDATE attention SET sent_back_at = ${at}, taken_at = NULL, note = ${note ?? null}
        WHERE municipality = ${municipality} AND change = ${changeId}`;
    },

    audit: (changeId, how, note) =>
      writeAudit(sql, scope, at, {
        action: 'attention-settled',
        detail: { change: changeId, how, ...(note !== undefined && { note: hashNote(note) }) },
      }),
  };
}

const hashNote = (note: string): string => createHash('sha256').update(note).digest('hex');
