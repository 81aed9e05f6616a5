import { ROLES } from '../../domain/actor.ts';
import { assert } from '../../domain/assert.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { MailboxRequest, MailboxResponse, type MailboxRow } from '../../protocol/mailbox.ts';
import { RescueRequest, RescueResponse } from '../../protocol/rescue.ts';
import { API_BASE } from '../../protocol/version.ts';
import { forget } from '../../vault/bytes.ts';
import type { Refused } from '../http/problem.ts';
import { announceAdvance } from '../live/announce-advance.ts';
import { type OpenedRow, openRows } from '../mailbox/open-rows.ts';
import { type Mail, type MailOutcome, takeMail } from '../mailbox/take-mail.ts';
import { streamProblemToRefused } from '../push/refuse-stream.ts';
import type { ServerPorts } from '../server-ports.ts';
import { SYSTEM_ACTOR } from '../store/in-municipality.ts';
import { findVault, type KnownVault } from '../store/vaults.ts';
import { openVault } from '../vaults/open-vault.ts';
import { anyDeviceRoute, sessionRoute } from './route.ts';

export const mailboxRoute = anyDeviceRoute({
  method: 'POST',
  path: `${API_BASE}/mailbox`,
  summary:
    'The sealed outbox of a vault that nobody unlocks, decided as its owner; held when device or account may no longer come in',
  body: MailboxRequest,
  answer: MailboxResponse,
  async handle({ caller: { municipality, deviceId }, body }, ports) {
    const vault = await findVault(ports.pool, { municipality, actor: SYSTEM_ACTOR }, body.vaultId.toLowerCase());
    // Another device's vault is not even said to be there.
    if (vault === undefined || vault.deviceId !== deviceId) return err({ type: 'VaultUnknown' });
    const taken = await take(ports, vault, body);
    return taken.ok ? ok({ rows: [...taken.value.rows] }) : taken;
  },
});

/** 10,000 sealed rows of a kilobyte and a half in base64url; sealed bytes do not compress. */
const RESCUE_BYTES_MAX = 32 * 1024 * 1024;

export const rescueRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/rescue`,
  summary: 'A rescue file is carried in, by anyone; what cannot be decided in its place is held for a coordinator',
  roles: ROLES,
  body: RescueRequest,
  limits: { bytesMax: RESCUE_BYTES_MAX, inflatedBytesMax: RESCUE_BYTES_MAX },
  answer: RescueResponse,
  async handle({ caller: { actor }, body: { file } }, ports) {
    const scope = { municipality: actor.municipality, actor: actor.id };
    const vault =
      file.municipality === actor.municipality
        ? await findVault(ports.pool, scope, file.vaultId.toLowerCase())
        : undefined;
    if (vault === undefined) return err({ type: 'VaultUnknown' });
    const taken = await take(ports, vault, file, { carrier: actor });
    if (!taken.ok) return taken;
    const count = (became: string) => taken.value.rows.filter((row) => row.became === became).length;
    return ok({ taken: count('taken'), held: count('held'), unreadable: count('unreadable') });
  },
});

async function take(
  ports: ServerPorts,
  vault: KnownVault,
  { stream, rows }: { readonly stream: string; readonly rows: readonly MailboxRow[] },
  by: Pick<Mail, 'carrier'> = {},
): Promise<Result<MailOutcome, Refused>> {
  const { municipality } = vault.owner;
  const opened = await openMail(ports, vault, rows);
  const taken = await takeMail(ports, { vault, stream, rows: opened, ...by });
  if (!taken.ok) return err(streamProblemToRefused(taken.error));
  announceAdvance(ports.live, municipality, taken.value.advance);
  return taken;
}

async function openMail({ keys }: ServerPorts, vault: KnownVault, rows: readonly MailboxRow[]): Promise<OpenedRow[]> {
  const dataKey = await openVault(keys, vault.owner.municipality, vault);
  assert(dataKey.ok, 'a registered slot does not open with its municipality', vault.id);
  forget(dataKey.value.raw);
  return openRows(dataKey.value.key, rows);
}
