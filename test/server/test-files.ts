import { createHash } from 'node:crypto';
import { v7 as newUuid } from 'uuid';
import { PIECE_BYTES, pieceLength } from '../../src/domain/file-pieces.ts';
import { FileState } from '../../src/protocol/files.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import { createPerson, push, type TestChange } from './test-changes.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const createAttachment = (
  parent: { recordId: string },
  file: Uint8Array,
  fields: Record<string, unknown> = {},
): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind: 'attachment',
  at: '2026-11-20T10:00:00.000Z',
  type: 'create',
  fields: {
    record: parent.recordId,
    name: 'Contratto',
    fileType: 'image/jpeg',
    bytes: file.length,
    sha256: hashOf(file),
    ...fields,
  },
});

export const pieceOf = (file: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> =>
  file.subarray(place * PIECE_BYTES, place * PIECE_BYTES + pieceLength(file.length, place));

export const sendPiece = (api: ApiClient, file: Uint8Array<ArrayBuffer>, place: number): Promise<ApiAnswer> =>
  api.send('PUT', `${API_BASE}/files/${hashOf(file)}/pieces/${place}`, { body: pieceOf(file, place) });

export async function sendFile(api: ApiClient, file: Uint8Array<ArrayBuffer>): Promise<FileState> {
  let state: FileState | undefined;
  for (let place = 0; place * PIECE_BYTES < file.length; place += 1) {
    state = FileState.parse((await sendPiece(api, file, place)).json);
  }
  if (state === undefined) throw new Error('an empty file');
  return state;
}

/** A person, an attachment and its photo, all on the server. Gives the hash. */
export async function storePhoto(api: ApiClient, photo: Uint8Array<ArrayBuffer>): Promise<string> {
  const person = createPerson();
  await push(api, newUuid(), [person, createAttachment(person, photo)]);
  await sendFile(api, photo);
  return hashOf(photo);
}
