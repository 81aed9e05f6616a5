import type { Actor } from '../../domain/actor.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { MailedRow } from '../../protocol/mailbox.ts';
import { PUSH_CHANGES_MAX, type PushedChange, type StreamId } from '../../protocol/push.ts';
import { errorToFields } from '../log.ts';
import { type Advance, furtherOf } from '../push/advance.ts';
import { applyPush } from '../push/apply-push.ts';
import type { StreamProblem } from '../push/check-stream.ts';
import type { ServerPorts } from '../server-ports.ts';
import { holdChanges } from '../store/hold-changes.ts';
import type { KnownVault } from '../store/vaults.ts';
import type { OpenedRow } from './open-rows.ts';

/** What a vault sends without being unlocked, opened. `carrier`: who carried it in as a file; absent when the device itself brings it. */
export type Mail = {
  readonly vault: KnownVault;
  readonly stream: StreamId;
  readonly rows: readonly OpenedRow[];
  readonly carrier?: Actor;
};

/** Rows that are not in the answer were not taken: they lie behind a hole and wait for what is missing. */
export type MailOutcome = { readonly rows: readonly MailedRow[]; readonly advance: Advance };

/**
 * Decides the rows of a vault as its owner's, on the stream and under the numbers that a push would use, so that a later push of the
 * unlocked vault finds the same verdicts. A closed account's and a revoked device's are held for a coordinator instead.
 *
 *   rows                                  | by the device        | as a file
 *   before the first hole                 | decided              | decided
 *   behind a hole or an unreadable row    | wait on the device   | held: the file may be all there is
 *   on a stream that does not fit         | the stream's problem | held
 */
export async function takeMail(ports: ServerPorts, mail: Mail): Promise<Result<MailOutcome, StreamProblem>> {
  const { vault, rows, carrier } = mail;
  if (rows.some(({ seq }, index) => seq <= (rows[index - 1]?.seq ?? 0))) return err({ type: 'StreamDisordered' });
  const unreadable = rows.flatMap(({ changeId, pushed }) =>
    pushed === undefined ? [{ changeId, became: 'unreadable' } as const] : [],
  );
  const readable = rows.flatMap(({ pushed }) => pushed ?? []);
  if (vault.isDeviceRevoked || vault.isOwnerDisabled) {
    return ok({ rows: [...(await hold(ports, mail, readable)), ...unreadable], advance: 'nowhere' });
  }
  const run = findFirstRun(rows);
  const decided = await decide(ports, mail, run);
  if (!decided.ok && carrier === undefined) return decided;
  const taken = decided.ok ? run.map(({ change }) => ({ changeId: change.id, became: 'taken' as const })) : [];
  const left = carrier === undefined ? [] : readable.slice(taken.length);
  return ok({
    rows: [...taken, ...(await hold(ports, mail, left)), ...unreadable],
    advance: decided.ok ? decided.value : 'nowhere',
  });
}

/** Readable rows without a hole in their numbers, from the first on. */
function findFirstRun(rows: readonly OpenedRow[]): PushedChange[] {
  const firstSeq = rows[0]?.seq ?? 0;
  const end = rows.findIndex(({ seq, pushed }, index) => pushed === undefined || seq !== firstSeq + index);
  return rows.slice(0, end === -1 ? rows.length : end).flatMap(({ pushed }) => pushed ?? []);
}

/** Who has news of it. Batch by batch, as a device would push them. */
async function decide(
  { pushStore, clock, log }: ServerPorts,
  { vault, stream, carrier }: Mail,
  changes: readonly PushedChange[],
): Promise<Result<Advance, StreamProblem>> {
  const reportFault = (error: unknown) => log('error', 'change-fault', errorToFields(error));
  const note = carrier === undefined ? { through: 'mailbox' } : { through: 'rescue', carrier: carrier.id };
  const caller = { actor: vault.owner, deviceId: vault.deviceId, note };
  let advance: Advance = 'nowhere';
  for (let from = 0; from < changes.length; from += PUSH_CHANGES_MAX) {
    const batch = changes.slice(from, from + PUSH_CHANGES_MAX);
    const pushed = await applyPush({ store: pushStore, clock, reportFault }, caller, { stream, changes: batch });
    if (!pushed.ok) return pushed;
    advance = furtherOf(advance, pushed.value.advance);
  }
  return ok(advance);
}

async function hold(
  { pool, clock }: ServerPorts,
  { vault, carrier }: Mail,
  changes: readonly PushedChange[],
): Promise<MailedRow[]> {
  if (changes.length === 0) return [];
  const scope = { municipality: vault.owner.municipality, actor: (carrier ?? vault.owner).id };
  const owner = { accountId: vault.owner.id, deviceId: vault.deviceId };
  return holdChanges(pool, scope, { owner, vaultId: vault.id, changes, at: clock.now() });
}
