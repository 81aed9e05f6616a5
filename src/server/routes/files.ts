import { z } from 'zod';
import { countPieces, PIECE_BYTES, pieceLength } from '../../domain/file-pieces.ts';
import { findFileType } from '../../domain/file-type.ts';
import type { Attachment } from '../../domain/kinds/attachment.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { FileState } from '../../protocol/files.ts';
import { Sha256Hex } from '../../protocol/sha256-hex.ts';
import { API_BASE } from '../../protocol/version.ts';
import type { SessionCaller } from '../auth/authenticate.ts';
import { findReadable } from '../files/find-readable.ts';
import type { Refused } from '../http/problem.ts';
import { readBytes } from '../http/read-body.ts';
import type { ServerPorts } from '../server-ports.ts';
import { findFileState, findNaming, keepPiece, readPiece } from '../store/files.ts';
import { FILE_ROLES } from './record-roles.ts';
import { type ApiRequest, sessionRoute } from './route.ts';

export const fileStateRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/files/:sha256`,
  summary: 'What is here of a file that an attachment names, so that sending it can go on',
  roles: FILE_ROLES,
  answer: FileState,
  async handle({ caller, request }, ports) {
    const named = await findNamed(ports, caller, request);
    if (!named.ok) return named;
    const { sha256, bytes } = named.value;
    const state = await findFileState(ports.pool, scopeOf(caller), sha256);
    return ok(state ?? { bytes, isWhole: false, places: [] });
  },
});

export const keepPieceRoute = sessionRoute({
  method: 'PUT',
  path: `${API_BASE}/files/:sha256/pieces/:place`,
  summary: 'A piece of a file comes, as plain bytes; its attachment has to be here first',
  roles: FILE_ROLES,
  takes: 'bytes',
  answer: FileState,
  async handle({ caller, request }, ports) {
    const named = await findNamed(ports, caller, request);
    if (!named.ok) return named;
    const { sha256, bytes, fileType } = named.value;
    const place = findPlace(request, bytes);
    if (place === undefined) return err({ type: 'NotFound' });
    const data = await readBytes(request.raw, PIECE_BYTES);
    if (!data.ok) return data;
    if (data.value.length !== pieceLength(bytes, place)) {
      return err({ type: 'BodyInvalid', detail: `This piece has to be ${pieceLength(bytes, place)} bytes long.` });
    }
    // Said with the first piece, not after all of them.
    if (place === 0 && findFileType(data.value) !== fileType) return err({ type: 'FileTypeRefused' });
    const at = ports.clock.now();
    const kept = await keepPiece(ports.pool, scopeOf(caller), { sha256, bytes, place, data: data.value, at });
    return kept === 'broken' ? err({ type: 'FileBroken' }) : ok(kept);
  },
});

/** Never as what it is: no browser is to show or run it as a page of this server. The app opens it from memory. */
const PIECE_HEADERS = {
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

export const readPieceRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/files/:sha256/pieces/:place`,
  summary: 'A piece of a whole file, for those who may read its attachment; that it was read is written down',
  roles: FILE_ROLES,
  answer: 'bytes',
  async handle({ caller, request }, ports) {
    const named = await findNamed(ports, caller, request);
    if (!named.ok) return named;
    const { sha256, bytes } = named.value;
    const place = findPlace(request, bytes);
    const at = ports.clock.now();
    const data = place === undefined ? undefined : await readPiece(ports.pool, scopeOf(caller), { sha256, place, at });
    if (data === undefined) return err({ type: 'NotFound' });
    return ok(new Response(Uint8Array.from(data), { headers: PIECE_HEADERS }));
  },
});

/** The attachment by which the caller may send or have the file. */
async function findNamed(
  { pool }: ServerPorts,
  caller: SessionCaller,
  { params }: ApiRequest,
): Promise<Result<Attachment, Refused>> {
  const sha256 = Sha256Hex.safeParse(params.sha256);
  if (!sha256.success) return err({ type: 'NotFound' });
  const naming = await findNaming(pool, scopeOf(caller), sha256.data);
  const attachment = findReadable(naming, caller.actor, sha256.data);
  return attachment === undefined ? err({ type: 'NotFound' }) : ok(attachment);
}

const Place = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

function findPlace({ params }: ApiRequest, bytes: number): number | undefined {
  const place = Place.safeParse(params.place);
  return place.success && place.data < countPieces(bytes) ? place.data : undefined;
}

const scopeOf = ({ actor }: SessionCaller) => ({ municipality: actor.municipality, actor: actor.id });
