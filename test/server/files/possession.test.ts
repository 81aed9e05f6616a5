import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PIECE_BYTES } from '../../../src/domain/file-pieces.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { samplePhoto } from '../../device/a-photo.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createPerson, problemType, push, type TestChange } from '../test-changes.ts';
import { createAttachment, hashOf, sendFile, sendPiece } from '../test-files.ts';

/** Law 7, for bytes: to know what a file is called is not to have it. */
let server: TestServer;
let owner: TestSession;
let knower: TestSession;
let coordinator: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.join('outreach');
  knower = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

const AT = '2026-11-20T10:00:00.000Z';
const remove = ({ recordId, kind }: TestChange): TestChange => ({
  id: newUuid(),
  recordId,
  kind,
  at: AT,
  type: 'remove',
});
let seed = 100;
const newPhoto = () => samplePhoto(PIECE_BYTES + 500, seed++);

/** Says in a record of theirs that they have the file; that alone. */
async function claim({ api }: TestSession, file: Uint8Array, fields: Record<string, unknown> = {}) {
  const person = createPerson();
  const attachment = createAttachment(person, file, fields);
  const { verdicts } = await push(api, newUuid(), [person, attachment]);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
  return { person, attachment };
}
const stateOf = async ({ api }: TestSession, file: Uint8Array) =>
  (await api.get(`${API_BASE}/files/${hashOf(file)}`)).json;
const mayRead = async ({ api }: TestSession, file: Uint8Array) =>
  (await api.get(`${API_BASE}/files/${hashOf(file)}/pieces/0`)).status === 200;
const NOTHING = (file: Uint8Array) => ({ bytes: file.length, isWhole: false, places: [] });

/** A file that is on the server, and that nobody but its owner can get at any more, or yet. */
const HIDDEN: readonly [string, (photo: Uint8Array<ArrayBuffer>) => Promise<void>][] = [
  [
    'whose attachment was removed',
    async (photo) => {
      const { attachment } = await claim(owner, photo);
      await sendFile(owner.api, photo);
      await push(owner.api, newUuid(), [remove(attachment)]);
    },
  ],
  [
    'whose person was removed',
    async (photo) => {
      const { person } = await claim(owner, photo);
      await sendFile(owner.api, photo);
      await push(owner.api, newUuid(), [remove(person)]);
    },
  ],
  [
    'that has half come',
    async (photo) => {
      const { attachment } = await claim(owner, photo);
      await sendPiece(owner.api, photo, 0);
      await push(owner.api, newUuid(), [remove(attachment)]);
    },
  ],
  ['that is nowhere', async () => undefined],
];

describe.each(HIDDEN)('a file %s', (_, hide) => {
  test('is given to nobody who names it, who hears what they would of one that is nowhere', async () => {
    const photo = newPhoto();
    await hide(photo);
    const { attachment } = await claim(knower, photo);
    expect(await stateOf(knower, photo)).toEqual(NOTHING(photo));
    for (const session of [knower, coordinator]) expect(await mayRead(session, photo)).toBe(false);
    // Half of it is not it, and wrong bytes of the right length are told as such at the end, as ever.
    expect((await sendPiece(knower.api, photo, 0)).json).toEqual({ ...NOTHING(photo), places: [0] });
    expect(await mayRead(knower, photo)).toBe(false);
    const wrong = await knower.api.send('PUT', `${API_BASE}/files/${hashOf(photo)}/pieces/1`, {
      body: photo.subarray(0, 500),
    });
    expect(problemType(wrong)).toBe('FileBroken');
    expect(await stateOf(knower, photo)).toEqual(NOTHING(photo));
    expect(await mayRead(knower, photo)).toBe(false);
    // Who sends all of it has it, and so has who reads their record.
    expect(await sendFile(knower.api, photo)).toMatchObject({ isWhole: true });
    for (const session of [knower, coordinator]) expect(await mayRead(session, photo)).toBe(true);
    await push(knower.api, newUuid(), [remove(attachment)]);
    for (const session of [knower, coordinator]) expect(await mayRead(session, photo)).toBe(false);
  });
});

test('who may read an attachment need not send its file again, and their own gives it when that one is gone', async () => {
  const photo = newPhoto();
  const { attachment } = await claim(owner, photo);
  await sendFile(owner.api, photo);
  await claim(knower, photo);
  expect(await stateOf(knower, photo)).toMatchObject({ isWhole: true });
  await push(owner.api, newUuid(), [remove(attachment)]);
  expect(await mayRead(coordinator, photo)).toBe(true);
});

test('a claim that was only written gives nothing once the readable one is gone', async () => {
  const photo = newPhoto();
  const { attachment } = await claim(owner, photo);
  await sendFile(owner.api, photo);
  await claim(knower, photo);
  expect(await mayRead(coordinator, photo)).toBe(true);
  await push(owner.api, newUuid(), [remove(attachment)]);
  for (const session of [knower, coordinator]) expect(await mayRead(session, photo)).toBe(false);
});

test('two people who send the same file at once each send all of it, and neither spoils the other’s', async () => {
  const photo = newPhoto();
  await claim(owner, photo);
  await claim(knower, photo);
  await sendPiece(owner.api, photo, 0);
  expect(await stateOf(knower, photo)).toEqual(NOTHING(photo));
  const wrong = photo.map((byte, place) => (place === 3_000 ? byte ^ 1 : byte));
  const body = wrong.subarray(0, PIECE_BYTES);
  await knower.api.send('PUT', `${API_BASE}/files/${hashOf(photo)}/pieces/0`, { body });
  expect((await sendPiece(owner.api, photo, 1)).json).toMatchObject({ isWhole: true });
  expect(await mayRead(owner, photo)).toBe(true);
});

describe('a file of a practice, in another city', () => {
  const practice = (): TestChange => ({
    id: newUuid(),
    recordId: newUuid(),
    kind: 'practice',
    at: AT,
    type: 'create',
    fields: { title: 'Orto', problem: 'P', done: 'D', office: 'O' },
  });
  const review = ({ recordId, kind }: TestChange, verb: string): TestChange => ({
    id: newUuid(),
    recordId,
    kind,
    at: `2026-11-20T11:00:0${seed++ % 10}.000Z`,
    type: 'review',
    verb,
    seenVersion: 0,
    ...(verb === 'return' && { comment: 'Chi è nella foto?' }),
  });
  /** A coordinator's decision on what they see now. */
  async function decide(of: TestChange, verb: string) {
    const { records } = await push(coordinator.api, newUuid(), [
      { id: newUuid(), recordId: of.recordId, kind: of.kind, at: AT, type: 'comment', text: 'Guardo' },
    ]);
    const seenVersion = records[0]?.version ?? 0;
    const { verdicts } = await push(coordinator.api, newUuid(), [{ ...review(of, verb), seenVersion }]);
    expect(verdicts).toMatchObject([{ verdict: 'accepted' }]);
  }
  const edit = ({ recordId, kind }: TestChange): TestChange => ({
    id: newUuid(),
    recordId,
    kind,
    at: '2026-11-20T12:00:00.000Z',
    type: 'edit',
    seenVersion: 999_999,
    fields: { cost: { from: null, to: '100 €' } },
  });

  async function hang(photo: Uint8Array<ArrayBuffer>, by = owner) {
    const card = practice();
    const file = { ...createAttachment(card, photo), kind: 'practice-file' };
    const { verdicts } = await push(by.api, newUuid(), [card, file]);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    return { card, file };
  }

  type Act =
    | 'send'
    | 'card'
    | 'file'
    | 'edit card'
    | 'return card'
    | 'reopen card'
    | 'remove card'
    | 'return file'
    | 'remove file';
  const CASES: readonly [readonly Act[], boolean][] = [
    [['send'], false],
    [['send', 'card'], false],
    [['send', 'file'], false],
    [['card', 'file'], false],
    [['send', 'card', 'file'], true],
    [['card', 'file', 'send'], true],
    [['send', 'card', 'file', 'edit card'], true],
    [['send', 'card', 'file', 'return card'], false],
    [['send', 'card', 'file', 'reopen card'], false],
    [['send', 'card', 'file', 'remove card'], false],
    [['send', 'card', 'file', 'return file'], false],
    [['send', 'card', 'file', 'remove file'], false],
    [['send', 'card', 'file', 'reopen card', 'card'], true],
  ];
  test.each(CASES)('after %j is readable: %s', async (acts, isReadable) => {
    const photo = newPhoto();
    const { card, file } = await hang(photo);
    const does: Record<Act, () => Promise<unknown>> = {
      send: () => sendFile(owner.api, photo),
      card: () => decide(card, 'validate'),
      file: () => decide(file, 'validate'),
      'edit card': () => push(owner.api, newUuid(), [edit(card)]),
      'return card': () => decide(card, 'return'),
      'reopen card': () => decide(card, 'reopen'),
      'remove card': () => push(coordinator.api, newUuid(), [remove(card)]),
      'return file': () => decide(file, 'return'),
      'remove file': () => push(coordinator.api, newUuid(), [remove(file)]),
    };
    for (const act of acts) await does[act]();
    const readers = {
      outreach: await server.join('outreach', TORINO),
      coordinator: await server.join('coordinator', TORINO),
    };
    for (const reader of Object.values(readers)) {
      expect(await mayRead(reader, photo)).toBe(isReadable);
      // Only to read: whatever is shared, nobody sends into another city, nor hears how far a file has come.
      expect((await reader.api.get(`${API_BASE}/files/${hashOf(photo)}`)).status).toBe(404);
      expect((await sendPiece(reader.api, photo, 0)).status).toBe(404);
    }
    for (const role of ['volunteer', 'monitor', 'admin'] as const)
      expect(await mayRead(await server.join(role, TORINO), photo)).toBe(false);
  });

  test('is nobody’s whom a coordinator believed without a look: its author never had it', async () => {
    const photo = newPhoto();
    const { attachment } = await claim(owner, photo);
    await sendFile(owner.api, photo);
    await push(owner.api, newUuid(), [remove(attachment)]);
    const { card, file } = await hang(photo, knower);
    await decide(card, 'validate');
    await decide(file, 'validate');
    const reader = await server.join('outreach', TORINO);
    expect(await mayRead(reader, photo)).toBe(false);
  });

  test('is never an attachment of a person, whatever hash a practice there names', async () => {
    const photo = newPhoto();
    await claim(owner, photo);
    await sendFile(owner.api, photo);
    const reader = await server.join('outreach', TORINO);
    const { card, file } = await hang(photo, reader);
    void card;
    void file;
    expect(await mayRead(reader, photo)).toBe(false);
  });
});
