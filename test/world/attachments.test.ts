import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import type { VaultFiles } from '../../src/device/vault-files.ts';
import { PIECE_BYTES } from '../../src/domain/file-pieces.ts';
import { AttentionResponse } from '../../src/protocol/attention.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import { type Carrier, createCarrier } from '../../src/sync/create-carrier.ts';
import { fetchFile } from '../../src/sync/fetch-file.ts';
import { createFileServerPort, type FileServerPort } from '../../src/sync/file-server-port.ts';
import { must, newId } from '../device/a-device.ts';
import { samplePhoto } from '../device/a-photo.ts';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type World } from './create-world.ts';
import type { Fault } from './faulty-network.ts';
import { mailLocked } from './locked-round.ts';
import type { Place } from './place.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Where the road swallows requests, so that a clock has to cut them; a busy machine is no fault of the road. */
const SWALLOWED_MS = 300;
const PATIENT_MS = 20_000;

const serverOf = (place: Place, timeoutMs: number, fetch = place.network.fetch): FileServerPort =>
  createFileServerPort({ fetch, origin: world.server.url, timeoutMs }, (send) =>
    send(`Bearer ${place.store().sessionToken() ?? ''}`),
  );

/** A carrier whose pauses are short; ends when nothing waits any more, but what has failed. */
async function carryAll(place: Place, files: VaultFiles, timeoutMs = PATIENT_MS): Promise<void> {
  let carrier: Carrier | undefined;
  await new Promise<void>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('it never arrives')), 40_000);
    const stopWatching = files.lines.subscribe((lines) => {
      if ([...lines.values()].some(({ state }) => state === 'waiting')) return;
      clearTimeout(patience);
      queueMicrotask(() => stopWatching());
      resolve();
    });
    carrier = createCarrier({
      files,
      server: serverOf(place, timeoutMs),
      random: () => 0.5,
      after: (_, work) => {
        const timer = setTimeout(work, 1);
        return () => clearTimeout(timer);
      },
      lead: (work) => work(new AbortController().signal),
      tell: () => undefined,
      reportFault: reject,
    });
  });
  carrier?.stop();
}

async function attachOffline(place: Place, file: Uint8Array) {
  const files = await place.openFiles();
  const person = await place.save(createPerson({ nickname: 'Momo' }));
  must(await files.attach({ file, fileType: 'image/jpeg', record: person.recordId, name: 'Contratto' }));
  return { files, person };
}

const fetched = async (place: Place, file: Uint8Array, sha256: string) =>
  must(await fetchFile(serverOf(place, PATIENT_MS, globalThis.fetch), { sha256, bytes: file.length }, () => undefined));

const hashIn = (files: VaultFiles) => [...files.lines.peek().keys()][0] ?? '';

const FAULTS: readonly Fault[] = [
  'lost',
  'answer-lost',
  'black-hole',
  'answer-black-hole',
  'cut-inside',
  'answer-cut',
  'doubled',
  'captive-portal',
  { status: 502 },
  { status: 404 },
  { status: 413 },
];

test.each(FAULTS)('13: %j in the middle of a file: its record is there, the file follows, whole', async (fault) => {
  const place = await world.settle(await world.hire('outreach', 'Sara Conti'));
  await place.syncNow();
  const photo = samplePhoto(2 * PIECE_BYTES + 9, FAULTS.indexOf(fault) + 20);
  place.network.cut();
  const { files } = await attachOffline(place, photo);
  place.network.heal();
  await place.letTimePass();
  // Before a byte of the file was sent.
  expect(place.vault().waitingCount.peek()).toBe(0);
  expect((await world.ledger()).records.has(place.vault().caseload.ofKind('attachment')[0]?.record.id ?? '')).toBe(
    true,
  );
  expect(place.vault().status.peek().filesWaiting).toBe(1);
  place.network.plan(fault, 'good', fault, 'good', fault, fault);
  const isSwallowed = typeof fault === 'string' && fault.endsWith('black-hole');
  await carryAll(place, files, isSwallowed ? SWALLOWED_MS : PATIENT_MS);
  expect(place.vault().status.peek().filesWaiting).toBe(0);
  place.network.heal();
  expect(Buffer.compare(await fetched(place, photo, hashIn(files)), photo)).toBe(0);
  expect(place.faults).toEqual([]);
});

test('two devices attach the same photo without seeing each other: it is there once, and both are done', async () => {
  const [first, second] = [
    await world.settle(await world.hire('outreach', 'Sara Conti')),
    await world.settle(await world.hire('outreach', 'Marco Ferri')),
  ];
  const photo = samplePhoto(2 * PIECE_BYTES + 9, 99);
  const mine = await attachOffline(first, photo);
  const theirs = await attachOffline(second, photo);
  for (const place of [first, second]) await place.letTimePass();
  await Promise.all([carryAll(first, mine.files), carryAll(second, theirs.files)]);
  const sha256 = hashIn(mine.files);
  expect(Buffer.compare(await fetched(second, photo, sha256), photo)).toBe(0);
  const [stored] = await world.server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
    return sql<{ pieces: number }[]>`SELECT count(*) AS pieces FROM file_pieces WHERE sha256 = ${sha256}`;
  });
  expect(stored?.pieces).toBe(3);
});

test('13: a file that the server will not have leaves its record where it is, and lets the next file pass', async () => {
  const place = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const files = await place.openFiles();
  const { recordId: record } = await place.save(createPerson({ nickname: 'Ous' }));
  const page = new TextEncoder().encode('<html>not a photo</html>');
  must(await files.attach({ file: page, fileType: 'image/jpeg', record, name: 'Pagina' }));
  must(await files.attach({ file: samplePhoto(4_000, 50), fileType: 'image/jpeg', record, name: 'Foto' }));
  await place.letTimePass();
  await carryAll(place, files);
  expect([...files.lines.peek().values()].map(({ state, failure }) => [state, failure])).toEqual(
    expect.arrayContaining([
      ['failed', 'refused'],
      ['kept', undefined],
    ]),
  );
  const attached = place.vault().caseload.about(record);
  expect(attached.map(({ confirmed }) => confirmed?.kind)).toEqual(['attachment', 'attachment']);
  expect(place.vault().status.peek().filesWaiting).toBe(1);
  expect(place.vault().attentionCount.peek()).toBe(0);
});

test.each(['its record is there', 'its record is held'] as const)(
  'a revoked device hands over a file before it clears itself: %s',
  async (where) => {
    const place = await world.settle(await world.hire('outreach', 'Elena Riva'));
    const coordinator = await world.settle(await world.hire('coordinator', 'Carla Neri'));
    const photo = samplePhoto(2 * PIECE_BYTES + 9, where.length);
    await place.syncNow();
    if (where === 'its record is held') place.network.cut();
    const { files } = await attachOffline(place, photo);
    if (where === 'its record is there') await place.letTimePass();
    const sha256 = hashIn(files);
    place.stop();
    await place.device().refreshVaults();
    place.network.heal();
    const asCoordinator = () => world.server.api.as(`Bearer ${coordinator.store().sessionToken()}`);
    const deviceId = place.device().enrolment.peek()?.deviceId;
    expect((await asCoordinator().post(`${API_BASE}/devices/${deviceId}/revoke`, {})).status).toBe(204);
    // Cut in the middle of the file: nothing leaves before the rest of it is there.
    place.network.plan(...(where === 'its record is held' ? (['good'] as const) : []), 'good', 'good', 'lost');
    expect(await mailLocked(world, place)).not.toContainEqual(expect.objectContaining({ what: 'device-left' }));
    expect(await mailLocked(world, place)).toContainEqual({ what: 'device-left', filesLost: 0 });
    if (where === 'its record is held') {
      const arrived = AttentionResponse.parse((await asCoordinator().get(`${API_BASE}/attention`)).json).items;
      const mine = arrived.filter(({ author }) => author.id === place.person.actor.id);
      for (const { changeId } of mine)
        await asCoordinator().post(`${API_BASE}/attention/${changeId}`, { protocol: 2, how: 'apply' });
    }
    expect(Buffer.compare(await fetched(coordinator, photo, sha256), photo)).toBe(0);
  },
);

test('a volunteer of the same city, and a worker of another, get nothing of it', async () => {
  const place = await world.settle(await world.hire('outreach', 'Sara Conti'));
  const photo = samplePhoto(4_000, 60);
  const { files } = await attachOffline(place, photo);
  await place.letTimePass();
  await carryAll(place, files);
  const [volunteer, stranger] = [
    await world.settle(await world.hire('volunteer', 'Vito')),
    await world.settle(await world.hire('outreach', 'Gianni Fini', 'c_l219')),
  ];
  const asked = { sha256: hashIn(files), bytes: photo.length };
  const answers = await Promise.all(
    [volunteer, stranger].map((other) =>
      fetchFile(serverOf(other, PATIENT_MS, globalThis.fetch), asked, () => undefined),
    ),
  );
  expect(answers).toMatchObject([{ error: { problem: 'NotPermitted' } }, { error: { problem: 'NotFound' } }]);
});

test('a file of a practice is read in another city while both are shared, stays there without a network, and goes when they are not', async () => {
  const author = await world.settle(await world.hire('outreach', 'Anna Foto'));
  const coordinator = await world.settle(await world.hire('coordinator', 'Carla Foto'));
  const far = await world.settle(await world.hire('outreach', 'Tina Foto', 'c_l219'));
  const photo = samplePhoto(PIECE_BYTES + 700, 77);
  const files = await author.openFiles();
  const fields = { title: 'Orto', problem: 'P', done: 'D', office: 'O' };
  const { recordId } = await author.save({ type: 'create', kind: 'practice', recordId: newId(), fields });
  const made = must(await files.attach({ file: photo, fileType: 'image/jpeg', record: recordId, name: 'Il banco' }));
  expect(made.kind).toBe('practice-file');
  await author.syncNow();
  await carryAll(author, files);
  const decide = async (id: string, verb: 'validate' | 'reopen') => {
    await coordinator.syncNow();
    const { kind, version } = coordinator.find(id).record;
    await coordinator.save({ type: 'review', verb, kind, recordId: id, seenVersion: version } as NewChange);
    for (const place of [coordinator, far]) await place.syncNow();
  };
  const wanted = (sha256: unknown) =>
    ({ sha256: String(sha256), fileType: 'image/jpeg', bytes: photo.length }) as const;
  const farFiles = await far.openFiles();
  const fetch = async () => {
    const file = wanted(author.find(made.recordId).record.fields.sha256);
    const got = await fetchFile(serverOf(far, PATIENT_MS, globalThis.fetch), file, () => undefined);
    return { file, got };
  };
  await decide(recordId, 'validate');
  expect(far.vault().caseload.find(made.recordId), 'a coordinator has not looked at it').toBeUndefined();
  expect((await fetch()).got.ok).toBe(false);
  await decide(made.recordId, 'validate');
  expect(far.find(made.recordId).record).toMatchObject({ fields: { name: 'Il banco' }, createdBy: { name: 'Genova' } });
  const { file, got } = await fetch();
  expect(must(await farFiles.keep(file.sha256, file.fileType, must(got)))).toBe(true);
  far.network.cut();
  expect(must(await farFiles.read(file.sha256))?.length).toBe(photo.length);
  expect(farFiles.due(), 'it is not theirs to send').toEqual([]);
  far.network.heal();

  await decide(recordId, 'reopen');
  await expect.poll(async () => must(await farFiles.read(file.sha256))).toBeUndefined();
  expect((await fetch()).got.ok).toBe(false);
  expect(must(await files.read(file.sha256))?.length, 'at home it stays').toBe(photo.length);
});
