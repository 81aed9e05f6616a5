import { afterEach, expect, test, vi } from 'vitest';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import type { VaultFiles } from '../../src/device/vault-files.ts';
import { PIECE_BYTES } from '../../src/domain/file-pieces.ts';
import { crashAndUnlock, createWorkplace, must, newId, reopen, unlock } from './a-device.ts';
import { samplePhoto } from './a-photo.ts';
import { createPerson, createStandInServer } from './case-data.ts';
import { dumpTable, tamper } from './dump-database.ts';
import { fillDiskAfter } from './full-disk.ts';

afterEach(() => vi.restoreAllMocks());

const openFiles = async ({ openFiles: open }: Pick<UnlockedVault, 'openFiles'>): Promise<VaultFiles> =>
  must(await open());

async function createPlace() {
  const place = await createWorkplace();
  const files = await openFiles(place);
  const person = must(await place.vault.saveChange(createPerson({ nickname: 'Momo' })));
  const server = createStandInServer(place.actor);
  return { ...place, files, server, record: person.recordId };
}
type Place = Awaited<ReturnType<typeof createPlace>>;

const attach = async ({ files, record }: Pick<Place, 'files' | 'record'>, file: Uint8Array) =>
  must(await files.attach({ file, fileType: 'image/jpeg', record, name: 'Contratto' }));

const lineOf = (files: VaultFiles) => [...files.lines.peek().values()][0];
const settled = () => new Promise((resolve) => setTimeout(resolve, 400));
const change = (type: 'remove' | 'restore', recordId: string) =>
  ({ type, recordId, kind: 'attachment' }) as Parameters<Place['vault']['saveChange']>[0];

test('a file and the change that names it are saved together, and both are there after a crash', async () => {
  const place = await createPlace();
  const photo = samplePhoto(2 * PIECE_BYTES + 77);
  const { recordId } = await attach(place, photo);
  expect(place.vault.status.peek().filesWaiting).toBe(1);
  const again = await crashAndUnlock(place);
  // Before anybody looked at the files: nobody is to be told that everything is safe.
  expect(again.vault.status.peek().filesWaiting).toBe(1);
  const files = await openFiles(again);
  const line = lineOf(files);
  expect(line).toMatchObject({ state: 'waiting', bytes: photo.length, fileType: 'image/jpeg' });
  expect(again.vault.caseload.find(recordId)?.record.fields.sha256).toBe(line?.sha256);
  expect(must(await files.read(line?.sha256 ?? ''))).toEqual(photo);
});

test.each([0, 1, 2, 3])(
  '15: a disk that is full after %i writes keeps neither the file nor the change',
  async (writes) => {
    const place = await createPlace();
    const empty = fillDiskAfter(writes);
    const full = await place.files.attach({
      file: samplePhoto(PIECE_BYTES + 1),
      fileType: 'image/jpeg',
      record: place.record,
      name: 'Foto',
    });
    empty();
    expect(full).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    expect([await dumpTable(place.disk, 'files'), await dumpTable(place.disk, 'pieces')]).toEqual([[], []]);
    expect(place.vault.waitingCount.peek()).toBe(1);
    expect(place.files.lines.peek().size).toBe(0);
  },
);

test('law 6: neither the file nor its hash lies readable on the disk', async () => {
  const place = await createPlace();
  const photo = samplePhoto(5_000);
  await attach(place, photo);
  const rows = [...(await dumpTable(place.disk, 'files')), ...(await dumpTable(place.disk, 'pieces'))];
  const hex = rows.map((row) => JSON.stringify(row) + Buffer.from(row.sealed).toString('latin1')).join(' ');
  expect(hex).not.toContain(lineOf(place.files)?.sha256 ?? 'no hash');
  expect(hex).not.toContain(Buffer.from(photo.subarray(1_000, 1_032)).toString('latin1'));
  expect(hex).not.toContain('image/jpeg');
});

test('the same file on two records is here once; twice on one record is refused', async () => {
  const place = await createPlace();
  const photo = samplePhoto(5_000);
  await attach(place, photo);
  const other = must(await place.vault.saveChange(createPerson({ nickname: 'Ous' })));
  await attach({ ...place, record: other.recordId }, photo);
  expect(await dumpTable(place.disk, 'files')).toHaveLength(1);
  expect(place.vault.caseload.ofKind('attachment')).toHaveLength(2);
  const twice = await place.files.attach({ file: photo, fileType: 'image/jpeg', record: place.record, name: 'Ancora' });
  expect(twice).toEqual({ ok: false, error: { type: 'AlreadyAttached' } });
});

test('13: a file may go up only once the server has its record, and the record never waits for it', async () => {
  const place = await createPlace();
  const photo = samplePhoto(5_000);
  await attach(place, photo);
  expect(place.files.due()).toEqual([]);
  await place.server.takeFrom(place.store);
  expect(place.vault.waitingCount.peek()).toBe(0);
  expect(place.files.due()).toHaveLength(1);
  must(await place.files.noteFailed(lineOf(place.files)?.sha256 ?? '', 'refused'));
  expect(place.files.due()).toEqual([]);
  expect(place.vault.status.peek().filesWaiting).toBe(1);
  must(await place.files.retry(lineOf(place.files)?.sha256 ?? ''));
  expect(place.files.due()).toHaveLength(1);
  must(await place.files.noteSent(lineOf(place.files)?.sha256 ?? ''));
  expect(place.files.due()).toEqual([]);
  expect(place.vault.status.peek().filesWaiting).toBe(0);
  expect(must(await place.files.read(lineOf(place.files)?.sha256 ?? ''))).toEqual(photo);
});

test.each(['attachment', 'beneficiary'])(
  'a file whose %s was removed is not sent, and comes back to the line with it',
  async (kind) => {
    const place = await createPlace();
    const attached = await attach(place, samplePhoto(5_000));
    const recordId = kind === 'attachment' ? attached.recordId : place.record;
    await place.server.takeFrom(place.store);
    must(await place.store.storePage([], 'c1', { remaining: 0 }));
    must(await place.vault.saveChange({ ...change('remove', recordId), kind }));
    await settled();
    expect(lineOf(place.files)?.state).toBe('kept');
    expect(place.vault.status.peek().filesWaiting).toBe(0);
    must(await place.vault.saveChange({ ...change('restore', recordId), kind }));
    await settled();
    expect(lineOf(place.files)?.state).toBe('waiting');
  },
);

test('while records are away nothing is taken for unneeded', async () => {
  const place = await createPlace();
  await attach(place, samplePhoto(5_000));
  await place.server.takeFrom(place.store);
  must(await place.store.storePage([], 'c1', { remaining: 0 }));
  must(await place.store.noteContact());
  place.disk.clock.now = '2026-12-20T09:00:00.000Z';
  const again = await crashAndUnlock(place);
  expect(again.vault.caseload.ofKind('attachment')).toEqual([]);
  const files = await openFiles(again);
  await settled();
  expect(lineOf(files)?.state).toBe('waiting');
});

test('what the server had in another epoch is offered again', async () => {
  const place = await createPlace();
  await attach(place, samplePhoto(5_000));
  await place.server.takeFrom(place.store);
  must(await place.files.noteSent(lineOf(place.files)?.sha256 ?? ''));
  must(await place.store.enterEpoch(newId()));
  await settled();
  expect(lineOf(place.files)?.state).toBe('waiting');
});

test('a damaged piece is told: what the server has is fetched again, what is nowhere else is said to be broken', async () => {
  const place = await createPlace();
  await attach(place, samplePhoto(5_000));
  const sha256 = lineOf(place.files)?.sha256 ?? '';
  await tamper(place.disk, 'pieces', (row) => ({ ...row, sealed: row.sealed.slice(0, 60) }));
  expect(must(await place.files.read(sha256))).toBeUndefined();
  expect(lineOf(place.files)).toMatchObject({ state: 'failed', failure: 'damaged' });
  must(await place.files.noteSent(sha256));
  expect(must(await place.files.read(sha256))).toBeUndefined();
  expect(place.files.lines.peek().size).toBe(0);
});

test('what came from the server is kept only if it is what it is called by', async () => {
  const place = await createPlace();
  const photo = samplePhoto(5_000);
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', photo)).toString('hex');
  expect(must(await place.files.keep(hash, 'image/jpeg', samplePhoto(5_000, 2)))).toBe(false);
  expect(must(await place.files.keep(hash, 'image/jpeg', photo))).toBe(true);
  expect(must(await place.files.read(hash))).toEqual(photo);
  expect(place.vault.status.peek().filesWaiting ?? 0).toBe(0);
});

test('after a month what is kept leaves; what waits never does', async () => {
  const place = await createPlace();
  const sent = samplePhoto(5_000);
  await attach(place, sent);
  await attach(place, samplePhoto(5_000, 2));
  await place.server.takeFrom(place.store);
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', sent)).toString('hex');
  must(await place.files.noteSent(sha256));
  place.disk.clock.now = '2027-02-20T09:00:00.000Z';
  const files = await openFiles(await crashAndUnlock(place));
  expect([...files.lines.peek().values()].map(({ state }) => state)).toEqual(['waiting']);
  expect(await dumpTable(place.disk, 'pieces')).toHaveLength(1);
});

test('a vault with a file that is nowhere else does not leave; a revoked device says what was lost', async () => {
  const place = await createPlace();
  await attach(place, samplePhoto(5_000));
  await place.server.takeFrom(place.store);
  await place.lock();
  expect(await place.device.removeVault(place.vaultId, 'handed-over')).toEqual({
    ok: false,
    error: { type: 'VaultHasUnsent' },
  });
  expect(must(await (await place.device.lockedMail()).survey()).vaults).toMatchObject([{ unsent: 0, filesUnsent: 1 }]);
  expect(must(await place.device.wipe())).toEqual({ filesLost: 1 });
});

test('a vault whose files are all up leaves with them', async () => {
  const place = await createPlace();
  await attach(place, samplePhoto(5_000));
  await place.server.takeFrom(place.store);
  must(await place.files.noteSent(lineOf(place.files)?.sha256 ?? ''));
  await place.lock();
  must(await place.device.removeVault(place.vaultId, 'handed-over'));
  expect([await dumpTable(place.disk, 'files'), await dumpTable(place.disk, 'pieces')]).toEqual([[], []]);
});

test('a locked tablet out of contact forgets what the server has, and nothing else', async () => {
  const place = await createPlace();
  const sent = samplePhoto(5_000);
  await attach(place, sent);
  await attach(place, samplePhoto(5_000, 2));
  await place.server.takeFrom(place.store);
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', sent)).toString('hex');
  must(await place.files.noteSent(sha256));
  must(await place.store.noteContact());
  await place.lock();
  place.device.close();
  place.disk.clock.now = '2026-12-20T09:00:00.000Z';
  const device = await reopen(place.disk);
  expect((await dumpTable(place.disk, 'files')).map(({ state }) => state)).toEqual(['waiting']);
  expect(await dumpTable(place.disk, 'pieces')).toHaveLength(1);
  await unlock(device, place.vaultId);
});
