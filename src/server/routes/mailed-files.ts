import { assert } from '../../domain/assert.ts';
import { findFileType } from '../../domain/file-type.ts';
import { err, ok } from '../../domain/result.ts';
import { FileState } from '../../protocol/files.ts';
import { MailedPiece } from '../../protocol/mailed-piece.ts';
import { API_BASE } from '../../protocol/version.ts';
import { forget } from '../../vault/bytes.ts';
import { findReadable } from '../files/find-readable.ts';
import { openMailedPiece } from '../mailbox/open-piece.ts';
import type { ServerPorts } from '../server-ports.ts';
import { findNaming, isNamedByHeld } from '../store/files.ts';
import { SYSTEM_ACTOR } from '../store/in-municipality.ts';
import { keepPiece } from '../store/uploads.ts';
import { findVault, type KnownVault } from '../store/vaults.ts';
import { openVault } from '../vaults/open-vault.ts';
import { FILE_ROLES } from './record-roles.ts';
import { anyDeviceRoute } from './route.ts';

/** A sealed piece of 256 KiB in base64url, which does not compress. */
const PIECE_BODY_BYTES_MAX = 512 * 1024;

export const mailedFileRoute = anyDeviceRoute({
  method: 'POST',
  path: `${API_BASE}/mailbox/files`,
  summary:
    'A sealed piece of a file of a vault that nobody unlocks, kept as its owner’s; an attachment has to name it, one that is held too',
  body: MailedPiece,
  limits: { bytesMax: PIECE_BODY_BYTES_MAX, inflatedBytesMax: PIECE_BODY_BYTES_MAX },
  answer: FileState,
  async handle({ caller: { municipality, deviceId }, body }, ports) {
    const { pool, keys, clock } = ports;
    const vault = await findVault(pool, { municipality, actor: SYSTEM_ACTOR }, body.vaultId.toLowerCase());
    if (vault === undefined || vault.deviceId !== deviceId) return err({ type: 'VaultUnknown' });
    const dataKey = await openVault(keys, municipality, vault);
    assert(dataKey.ok, 'a registered slot does not open with its municipality', vault.id);
    forget(dataKey.value.raw);
    const piece = await openMailedPiece(dataKey.value.key, body);
    if (piece === undefined) return err({ type: 'BodyInvalid', detail: 'This piece does not open.' });
    if (!(await isNamed(ports, vault, piece.sha256))) return err({ type: 'NotFound' });
    if (piece.place === 0 && findFileType(piece.data) !== piece.fileType) return err({ type: 'FileTypeRefused' });
    const kept = await keepPiece(pool, scopeOf(vault), { ...piece, at: clock.now() });
    return kept === 'broken' ? err({ type: 'FileBroken' }) : ok(kept);
  },
});

/** By an attachment that the owner of the vault may read, or by one of theirs that waits for a coordinator’s yes. */
async function isNamed({ pool }: ServerPorts, vault: KnownVault, sha256: string): Promise<boolean> {
  if (!FILE_ROLES.some((role) => role === vault.owner.role)) return false;
  const naming = await findNaming(pool, scopeOf(vault), sha256);
  if (findReadable(naming, vault.owner, sha256) !== undefined) return true;
  return isNamedByHeld(pool, scopeOf(vault), { account: vault.owner.id, sha256 });
}

const scopeOf = ({ owner }: KnownVault) => ({ municipality: owner.municipality, actor: owner.id });
