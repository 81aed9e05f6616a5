import { z } from 'zod';
import { countPieces, PIECE_BYTES, pieceLength } from '../../domain/file-pieces.ts';
import { findFileType } from '../../domain/file-type.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { FileState } from '../../protocol/files.ts';
import { Sha256Hex } from '../../protocol/sha256-hex.ts';
import { API_BASE } from '../../protocol/version.ts';
import type { SessionCaller } from '../auth/authenticate.ts';
import { findReadable, type NamedFile } from '../files/find-readable.ts';
import type { Refused } from '../http/problem.ts';
import { readBytes } from '../http/read-body.ts';
import type { ServerPorts } from '../server-ports.ts';
import { addHolder, findNaming, readPiece } from '../store/files.ts';
import { readSharedPiece } from '../store/read-shared.ts';
import { findUpload, keepPiece } from '../store/uploads.ts';
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
    const { file, mayHave } = named.value;
    return ok(mayHave ? await sayWhole(ports, caller, file) : await findUpload(ports.pool, scopeOf(caller), file));
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
    const { file, mayHave } = named.value;
    const { sha256, bytes, fileType } = file;
    const place = findPlace(request, bytes);
    if (place === undefined) return err({ type: 'NotFound' });
    const data = await readBytes(request.raw, PIECE_BYTES);
    if (!data.ok) return data;
    if (data.value.length !== pieceLength(bytes, place)) {
      return err({ type: 'BodyInvalid', detail: `This piece has to be ${pieceLength(bytes, place)} bytes long.` });
    }
    // Said with the first piece, not after all of them.
    if (place === 0 && findFileType(data.value) !== fileType) return err({ type: 'FileTypeRefused' });
    if (mayHave) return ok(await sayWhole(ports, caller, file));
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
  summary:
    'A piece of a whole file, for those who may read its attachment, or a practice of another city that it hangs on; that it was read is written down',
  roles: FILE_ROLES,
  answer: 'bytes',
  async handle({ caller, request }, ports) {
    const sha256 = Sha256Hex.safeParse(request.params.sha256);
    const place = Place.safeParse(request.params.place);
    if (!sha256.success || !place.success) return err({ type: 'NotFound' });
    const wanted = { sha256: sha256.data, place: place.data, at: ports.clock.now() };
    const named = await findNamed(ports, caller, request);
    const isOurs = named.ok && named.value.mayHave;
    // Else it may hang on what another city shares.
    const data = isOurs
      ? await readPiece(ports.pool, scopeOf(caller), wanted)
      : await readSharedPiece(ports.pool, scopeOf(caller), wanted);
    if (data === undefined) return err({ type: 'NotFound' });
    return ok(new Response(Uint8Array.from(data), { headers: PIECE_HEADERS }));
  },
});

/** The file as an attachment says it by which the caller may send it, or have it. */
async function findNamed(
  { pool }: ServerPorts,
  caller: SessionCaller,
  { params }: ApiRequest,
): Promise<Result<{ readonly file: NamedFile; readonly mayHave: boolean }, Refused>> {
  const sha256 = Sha256Hex.safeParse(params.sha256);
  if (!sha256.success) return err({ type: 'NotFound' });
  const naming = await findNaming(pool, scopeOf(caller), sha256.data);
  const found = findReadable(naming, caller.actor, sha256.data);
  return found === undefined ? err({ type: 'NotFound' }) : ok(found);
}

/** It need not come again from who may have it anyway; what they attach gives it to others from now on. */
async function sayWhole({ pool, clock }: ServerPorts, caller: SessionCaller, { sha256, bytes }: NamedFile) {
  await addHolder(pool, scopeOf(caller), { sha256, at: clock.now() });
  return { bytes, isWhole: true, places: [] };
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
