import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIECE_BYTES } from '../../../src/domain/file-pieces.ts';
import { FileState } from '../../../src/protocol/files.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { cleanFiles, UNNAMED_DAYS } from '../../../src/server/files/clean-files.ts';
import { samplePhoto } from '../../device/a-photo.ts';
import type { ApiClient } from '../api-client.ts';
import { readAudit } from '../read-audit.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createPerson, problemType, push } from '../test-changes.ts';
import { createAttachment, hashOf, pieceOf, sendFile, sendPiece } from '../test-files.ts';

let server: TestServer;
let worker: TestSession;
let colleague: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  colleague = await server.join('outreach');
});
afterAll(() => server.close());

/** A person with an attachment that says what `file` is. */
async function attach(file: Uint8Array, fields: Record<string, unknown> = {}, { api } = worker) {
  const person = createPerson();
  const attachment = createAttachment(person, file, fields);
  const { verdicts } = await push(api, newUuid(), [person, attachment]);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
  return { person, attachment };
}

const stateOf = async (api: ApiClient, file: Uint8Array) => api.get(`${API_BASE}/files/${hashOf(file)}`);

async function readBack(api: ApiClient, file: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let place = 0; place * PIECE_BYTES < file.length; place += 1) {
    const answer = await fetch(`${server.url}${API_BASE}/files/${hashOf(file)}/pieces/${place}`, {
      headers: { authorization: `Bearer ${api === worker.api ? worker.token : colleague.token}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    expect(answer.headers.get('x-content-type-options')).toMatch(/^nosniff/);
    pieces.push(new Uint8Array(await answer.arrayBuffer()));
  }
  return Buffer.concat(pieces);
}

test('a file comes in pieces in any order, says what is missing, and is the same for a colleague', async () => {
  const photo = samplePhoto(2 * PIECE_BYTES + 1_000);
  await attach(photo);
  expect((await stateOf(worker.api, photo)).json).toEqual({ bytes: photo.length, isWhole: false, places: [] });
  await sendPiece(worker.api, photo, 2);
  await sendPiece(worker.api, photo, 0);
  await sendPiece(worker.api, photo, 0);
  expect((await stateOf(worker.api, photo)).json).toEqual({ bytes: photo.length, isWhole: false, places: [0, 2] });
  // Not before all of it is proved to be what it is called by.
  expect((await colleague.api.get(`${API_BASE}/files/${hashOf(photo)}/pieces/0`)).status).toBe(404);
  const last = await sendPiece(worker.api, photo, 1);
  expect(FileState.parse(last.json).isWhole).toBe(true);
  expect(hashOf(await readBack(colleague.api, photo))).toBe(hashOf(photo));
  // Once more is nothing new.
  expect(FileState.parse((await sendPiece(worker.api, photo, 1)).json).isWhole).toBe(true);
  const read = (await readAudit(server)).filter(({ action }) => action === 'file-read');
  expect(read.map(({ actor }) => actor)).toEqual(Array(3).fill(colleague.actor.id));
});

test('a file whose record is not here is neither taken nor said to be here', async () => {
  const photo = samplePhoto(5_000, 2);
  expect((await sendPiece(worker.api, photo, 0)).status).toBe(404);
  expect((await stateOf(worker.api, photo)).status).toBe(404);
});

test('the same file on two records is stored once', async () => {
  const photo = samplePhoto(5_000, 3);
  await attach(photo);
  await sendFile(worker.api, photo);
  await attach(photo, {}, colleague);
  expect((await stateOf(colleague.api, photo)).json).toMatchObject({ isWhole: true });
  const [stored] = await server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
    return sql<{ count: number }[]>`SELECT count(*) AS count FROM file_pieces WHERE sha256 = ${hashOf(photo)}`;
  });
  expect(stored?.count).toBe(1);
});

test('pieces that do not make the hash are all dropped, and the right ones are taken afterwards', async () => {
  const photo = samplePhoto(PIECE_BYTES + 10, 4);
  await attach(photo);
  await sendPiece(worker.api, photo, 0);
  const wrong = await worker.api.send('PUT', `${API_BASE}/files/${hashOf(photo)}/pieces/1`, {
    body: samplePhoto(10, 5),
  });
  expect([wrong.status, problemType(wrong)]).toEqual([409, 'FileBroken']);
  expect((await stateOf(worker.api, photo)).json).toMatchObject({ isWhole: false, places: [] });
  expect(await sendFile(worker.api, photo)).toMatchObject({ isWhole: true });
});

test('what a page of a browser could run is refused by its first bytes, whatever its record says', async () => {
  const page = new TextEncoder().encode('<html><script>alert(1)</script></html>');
  await attach(page);
  const answer = await worker.api.send('PUT', `${API_BASE}/files/${hashOf(page)}/pieces/0`, { body: page });
  expect([answer.status, problemType(answer)]).toEqual([415, 'FileTypeRefused']);
  const photo = samplePhoto(2_000, 6);
  await attach(photo, { fileType: 'application/pdf' });
  expect(problemType(await sendPiece(worker.api, photo, 0))).toBe('FileTypeRefused');
});

test('a piece of another length, and one behind the end, are refused', async () => {
  const photo = samplePhoto(PIECE_BYTES + 10, 7);
  await attach(photo);
  const put = (place: string, body: Uint8Array<ArrayBuffer>) =>
    worker.api.send('PUT', `${API_BASE}/files/${hashOf(photo)}/pieces/${place}`, { body });
  expect((await put('0', pieceOf(photo, 0).subarray(1))).status).toBe(400);
  expect((await put('0', samplePhoto(PIECE_BYTES + 1))).status).toBe(413);
  expect((await put('2', pieceOf(photo, 1))).status).toBe(404);
  expect((await put('-1', pieceOf(photo, 1))).status).toBe(404);
  expect((await put('1e0', pieceOf(photo, 1))).status).toBe(404);
});

test('a wrong length in one record holds up nobody who has the right one', async () => {
  const photo = samplePhoto(PIECE_BYTES + 10, 8);
  await attach(photo, { bytes: 10 });
  await worker.api.send('PUT', `${API_BASE}/files/${hashOf(photo)}/pieces/0`, { body: photo.subarray(0, 10) });
  await attach(photo, {}, colleague);
  expect(await sendFile(colleague.api, photo)).toMatchObject({ isWhole: true });
});

test('a removed attachment, or one on a removed record, gives no file', async () => {
  const photo = samplePhoto(3_000, 9);
  const { person, attachment } = await attach(photo);
  await sendFile(worker.api, photo);
  const change = (of: typeof person, type: 'remove' | 'restore') =>
    push(worker.api, newUuid(), [
      { id: newUuid(), recordId: of.recordId, kind: of.kind, at: '2026-11-20T10:00:00.000Z', type },
    ]);
  for (const one of [attachment, person]) {
    await change(one, 'remove');
    expect((await colleague.api.get(`${API_BASE}/files/${hashOf(photo)}/pieces/0`)).status).toBe(404);
    await change(one, 'restore');
    expect((await colleague.api.get(`${API_BASE}/files/${hashOf(photo)}/pieces/0`)).status).toBe(200);
  }
});

test('another city that names the same hash gets nothing of it', async () => {
  const photo = samplePhoto(3_000, 10);
  await attach(photo);
  await sendFile(worker.api, photo);
  const other = await server.join('outreach', TORINO);
  await attach(photo, {}, other);
  expect((await stateOf(other.api, photo)).json).toMatchObject({ isWhole: false, places: [] });
  expect((await other.api.get(`${API_BASE}/files/${hashOf(photo)}/pieces/0`)).status).toBe(404);
});

test('what nothing names for a month leaves; what is named, or was until lately, stays', async () => {
  const [kept, removed, lately] = [11, 12, 13].map((seed) => samplePhoto(3_000, seed));
  const remove = async (file: Uint8Array<ArrayBuffer>) => {
    const { attachment } = await attach(file);
    await sendFile(worker.api, file);
    return () =>
      push(worker.api, newUuid(), [
        {
          id: newUuid(),
          recordId: attachment.recordId,
          kind: 'attachment',
          at: '2026-11-20T10:00:00.000Z',
          type: 'remove',
        },
      ]);
  };
  if (kept === undefined || removed === undefined || lately === undefined) throw new Error('three photos');
  await attach(kept);
  await sendFile(worker.api, kept);
  await (await remove(removed))();
  const removeLately = await remove(lately);
  server.clock.advance((UNNAMED_DAYS + 1) * 24 * 60 * 60 * 1000);
  worker = await server.signIn(worker.account, worker.device);
  await removeLately();
  const lines: string[] = [];
  await cleanFiles({ pool: server.app, clock: server.clock, log: (_, name) => void lines.push(name) });
  const left = await server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
    return sql<{ sha256: string; pieces: number }[]>`
      SELECT f.sha256, count(p.place) AS pieces FROM files f LEFT JOIN file_pieces p ON p.sha256 = f.sha256 GROUP BY f.sha256`;
  });
  const hashes = left.map(({ sha256 }) => sha256);
  expect(hashes).toContain(hashOf(kept));
  expect(hashes).toContain(hashOf(lately));
  expect(hashes).not.toContain(hashOf(removed));
  expect(lines).toEqual(['files-dropped']);
});
