// long because it is the table of routes by roles, with what it takes to ask each.
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTOR_ROLES, type ActorRole, ROLES } from '../../../src/domain/actor.ts';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { ROUTES } from '../../../src/server/routes.ts';
import { findStoredMunicipality } from '../../../src/server/store/municipalities.ts';
import { createDataKey } from '../../../src/vault/data-key.ts';
import { type EscrowPublicKey, sealEscrowSlot } from '../../../src/vault/escrow-slot.ts';
import { createRecoveryKeys } from '../../../src/vault/recovery.ts';
import { samplePhoto } from '../../device/a-photo.ts';
import type { ApiAnswer, ApiClient } from '../api-client.ts';
import { GENOVA, startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import {
  createEvent,
  createPerson,
  createService,
  editField,
  numberChanges,
  problemType,
  push,
  sendPush,
} from '../test-changes.ts';
import { storePhoto } from '../test-files.ts';
import { letGuestIn } from '../test-guests.ts';
import { createRegisteredVault, createRescueFile, sealPiece, sealRows, type TestVault } from '../test-vaults.ts';

/** Law 7: no one reads or writes outside municipality and role. Every route has a row here, or the first test fails. */
type Expectation = {
  /** The roles that get in; `open` asks for no session. */
  readonly who: 'open' | 'device' | readonly ActorRole[];
  /** `secret`: of whoever asks, where it matters. */
  readonly ask: (api: ApiClient, world: World, secret: string) => Promise<ApiAnswer>;
  /** What a session of another municipality gets for what belongs to Genova; the municipality is never in the request. */
  readonly ofOther: 'ownOnly' | 'notFound' | 'nothing';
  /** Where it is there for nobody of another municipality who gets in at all: the roles that ask. */
  readonly othersAsking?: readonly ActorRole[];
};
type World = {
  readonly deviceId: string;
  readonly stream: string;
  readonly escrow: EscrowPublicKey;
  /** A vault of Genova's outreach worker. */
  readonly vault: TestVault;
  /** A change of Genova's that was refused. */
  readonly refusedId: string;
  /** An event of Genova, today. */
  readonly eventId: string;
  /** A photo that an attachment of Genova's names, and that is there. */
  readonly sha256: string;
  /** An account of Genova that nobody signs in with. */
  readonly accountId: string;
};

const PHOTO = samplePhoto(2_000);

const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  'POST /enrol': {
    who: 'open',
    ask: (api) => api.post(`${API_BASE}/enrol`, { protocol: 1, code: 'D969-AAAA-AAAA', label: 'X' }),
    ofOther: 'nothing',
  },
  'POST /session': {
    who: 'device',
    ask: (api) => api.post(`${API_BASE}/session`, { protocol: 1, username: 'nobody', secret: 'a'.repeat(43) }),
    ofOther: 'nothing',
  },
  'DELETE /session': { who: ACTOR_ROLES, ask: (api) => api.delete(`${API_BASE}/session`), ofOther: 'nothing' },
  'POST /push': {
    who: ACTOR_ROLES,
    ask: async (api) => sendPush(api, newUuid(), await numberChanges([createService()])),
    ofOther: 'ownOnly',
  },
  'GET /pull': {
    who: ['outreach', 'volunteer', 'coordinator', 'guest'],
    ask: (api) => api.get(`${API_BASE}/pull?protocol=1`),
    ofOther: 'ownOnly',
  },
  'GET /live': { who: ['outreach', 'volunteer', 'coordinator', 'guest'], ask: openAndClose, ofOther: 'nothing' },
  'GET /receipt': {
    who: ACTOR_ROLES,
    ask: (api) => api.get(`${API_BASE}/receipt?protocol=1&stream=${newUuid()}`),
    ofOther: 'ownOnly',
  },
  'GET /device': { who: 'device', ask: (api) => api.get(`${API_BASE}/device`), ofOther: 'nothing' },
  'GET /devices': { who: ['coordinator', 'admin'], ask: (api) => api.get(`${API_BASE}/devices`), ofOther: 'ownOnly' },
  'POST /devices/:id/revoke': {
    who: ['coordinator', 'admin'],
    ask: (api, { deviceId }) => api.send('POST', `${API_BASE}/devices/${deviceId}/revoke`),
    ofOther: 'notFound',
  },
  'PUT /vaults/:vaultId': {
    who: ACTOR_ROLES,
    ask: async (api, { escrow }) => (await registerNew(api, escrow)).answer,
    ofOther: 'ownOnly',
  },
  'POST /vaults/:vaultId/recover': {
    who: ROLES,
    ask: async (api, { escrow }) => {
      const { id } = await registerNew(api, escrow);
      const { publicKey } = await createRecoveryKeys();
      return api.post(`${API_BASE}/vaults/${id}/recover`, { protocol: 2, publicKey });
    },
    ofOther: 'notFound',
  },
  'POST /mailbox': {
    who: 'device',
    ask: async (api, { vault, stream }) =>
      api.post(`${API_BASE}/mailbox`, {
        protocol: 2,
        vaultId: vault.id,
        stream,
        rows: await sealRows(vault, [createService()]),
      }),
    ofOther: 'nothing',
  },
  'POST /mailbox/files': {
    who: 'device',
    ask: async (api, { vault }) => api.post(`${API_BASE}/mailbox/files`, await sealPiece(vault, PHOTO, 0)),
    ofOther: 'nothing',
  },
  'POST /rescue': {
    who: ROLES,
    ask: async (api, { vault, stream }) => {
      const file = createRescueFile(vault, stream, await sealRows(vault, [createService()]));
      return api.post(`${API_BASE}/rescue`, { protocol: 2, file });
    },
    ofOther: 'notFound',
  },
  'GET /attention': { who: ['coordinator'], ask: (api) => api.get(`${API_BASE}/attention`), ofOther: 'ownOnly' },
  'POST /attention/:changeId': {
    who: ['coordinator'],
    ask: (api, { refusedId }) => api.post(`${API_BASE}/attention/${refusedId}`, { protocol: 2, how: 'send-back' }),
    ofOther: 'notFound',
    othersAsking: ['coordinator'],
  },
  'GET /returned': { who: ACTOR_ROLES, ask: (api) => api.get(`${API_BASE}/returned`), ofOther: 'ownOnly' },
  'POST /returned/taken': {
    who: ACTOR_ROLES,
    ask: (api, { refusedId }) => api.post(`${API_BASE}/returned/taken`, { protocol: 2, changeIds: [refusedId] }),
    ofOther: 'ownOnly',
  },
  'POST /standing': {
    who: ROLES,
    ask: (api, { refusedId }) => api.post(`${API_BASE}/standing`, { protocol: 3, changeIds: [refusedId] }),
    ofOther: 'ownOnly',
  },
  'GET /epoch': { who: 'device', ask: (api) => api.get(`${API_BASE}/epoch`), ofOther: 'nothing' },
  'GET /accounts': { who: ['coordinator', 'admin'], ask: (api) => api.get(`${API_BASE}/accounts`), ofOther: 'ownOnly' },
  'POST /accounts/:id/reset': {
    who: ['coordinator', 'admin'],
    ask: (api, { accountId }) =>
      api.post(`${API_BASE}/accounts/${accountId}/reset`, { protocol: 2, secret: 'a'.repeat(43) }),
    ofOther: 'notFound',
  },
  'POST /accounts/:id/disable': {
    who: ['coordinator', 'admin'],
    ask: (api, { accountId }) => api.send('POST', `${API_BASE}/accounts/${accountId}/disable`),
    ofOther: 'notFound',
  },
  'POST /accounts/:id/enable': {
    who: ['coordinator', 'admin'],
    ask: (api, { accountId }) => api.send('POST', `${API_BASE}/accounts/${accountId}/enable`),
    ofOther: 'notFound',
  },
  'POST /password': {
    who: ROLES,
    ask: (api, _, secret) =>
      api.post(`${API_BASE}/password`, { protocol: 2, oldSecret: secret, newSecret: 'b'.repeat(43) }),
    ofOther: 'nothing',
  },
  'GET /certificates/:code': {
    who: 'open',
    ask: (api) => api.get(`${API_BASE}/certificates/D969${'0'.repeat(20)}`),
    ofOther: 'nothing',
  },
  'GET /files/:sha256': {
    who: ['outreach', 'coordinator'],
    ask: (api, { sha256 }) => api.get(`${API_BASE}/files/${sha256}`),
    ofOther: 'notFound',
    othersAsking: ['outreach', 'coordinator'],
  },
  'PUT /files/:sha256/pieces/:place': {
    who: ['outreach', 'coordinator'],
    ask: (api, { sha256 }) => api.send('PUT', `${API_BASE}/files/${sha256}/pieces/0`, { body: PHOTO }),
    ofOther: 'notFound',
    othersAsking: ['outreach', 'coordinator'],
  },
  'GET /files/:sha256/pieces/:place': {
    who: ['outreach', 'coordinator'],
    ask: (api, { sha256 }) => api.get(`${API_BASE}/files/${sha256}/pieces/0`),
    ofOther: 'notFound',
    othersAsking: ['outreach', 'coordinator'],
  },
  'POST /wiped': { who: 'device', ask: (api) => api.send('POST', `${API_BASE}/wiped`), ofOther: 'nothing' },
  'GET /events/:eventId/invitation': {
    who: ['coordinator', 'outreach'],
    ask: (api, { eventId }) => api.get(`${API_BASE}/events/${eventId}/invitation`),
    ofOther: 'ownOnly',
  },
  'POST /events/:eventId/invitation': {
    who: ['coordinator', 'outreach'],
    ask: (api, { eventId }) => api.send('POST', `${API_BASE}/events/${eventId}/invitation`),
    ofOther: 'notFound',
    othersAsking: ['coordinator', 'outreach'],
  },
  'DELETE /events/:eventId/invitation': {
    who: ['coordinator', 'outreach'],
    ask: async (api, { eventId }) => {
      await api.send('POST', `${API_BASE}/events/${eventId}/invitation`);
      return api.delete(`${API_BASE}/events/${eventId}/invitation`);
    },
    ofOther: 'notFound',
    othersAsking: ['coordinator', 'outreach'],
  },
  'GET /guest': { who: ['guest'], ask: (api) => api.get(`${API_BASE}/guest`), ofOther: 'nothing' },
  'POST /guest': {
    who: 'open',
    ask: (api) => api.post(`${API_BASE}/guest`, { protocol: 2, code: `c_d969.${'a'.repeat(43)}` }),
    ofOther: 'nothing',
  },
};

/** A volunteer's phone at Genova's event. */
const comeIn = () => letGuestIn(server, session('coordinator').api, world.eventId);

/** As a new vault of whoever asks. */
async function registerNew(api: ApiClient, escrow: EscrowPublicKey): Promise<{ id: string; answer: ApiAnswer }> {
  const id = newUuid();
  const slot = await sealEscrowSlot((await createDataKey()).raw, escrow, id);
  return { id, answer: await api.put(`${API_BASE}/vaults/${id}`, { protocol: 2, escrow: slot }) };
}

/** A stream of events has no end: only its beginning is looked at. */
async function openAndClose(api: ApiClient): Promise<ApiAnswer> {
  const answer = await api.send('HEAD', `${API_BASE}/live`);
  return answer;
}

const routeName = (route: { method: string; path: string }) => `${route.method} ${route.path.replace(API_BASE, '')}`;

let server: TestServer;
let sessions: Map<string, TestSession>;
let world: World;

beforeAll(async () => {
  server = await startTestServer();
  sessions = new Map();
  for (const role of ROLES) {
    sessions.set(role, await server.join(role));
    sessions.set(`other ${role}`, await server.join(role, TORINO));
  }
  const genova = await findStoredMunicipality(server.app, MunicipalityId.parse(GENOVA));
  if (genova === undefined) throw new Error('no Genova');
  const refused = createService({ date: '2199-01-01' });
  await push(session('outreach').api, newUuid(), [refused]);
  const event = createEvent(server.clock.today());
  await push(session('coordinator').api, newUuid(), [event]);
  world = {
    eventId: event.recordId,
    deviceId: (await server.enrolDevice()).id,
    stream: newUuid(),
    escrow: genova.escrow,
    vault: await createRegisteredVault(server, session('outreach')),
    refusedId: refused.id,
    sha256: await storePhoto(session('outreach').api, PHOTO),
    accountId: (await server.createAccount({ role: 'outreach' })).actor.id,
  };
});
afterAll(() => server.close());

const session = (name: string): TestSession => {
  const found = sessions.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};

test('every route has an expectation, and every expectation a route', () => {
  expect(ROUTES.map(routeName).sort()).toEqual(Object.keys(EXPECTATIONS).sort());
});

describe.each(ROUTES.map((route) => [routeName(route), route] as const))('%s', (name, route) => {
  const expectation = EXPECTATIONS[name];
  if (expectation === undefined) return;
  const { who, ask } = expectation;

  test('says in the table what is expected here', () => {
    const declared = route.who.auth === 'session' ? route.who.roles : route.who.auth === 'none' ? 'open' : 'device';
    expect(declared).toEqual(who);
  });

  if (who !== 'open')
    test('lets in nobody without a token, with a made-up one or with one of the other sort', async () => {
      const device = await server.enrolDevice();
      const worker = session('coordinator');
      const wrong =
        who === 'device'
          ? [`Bearer ${worker.token}`, `Device ${worker.token}`]
          : [`Device ${device.token}`, `Bearer ${device.token}`];
      const madeUp = [
        `Bearer c_d969.${'a'.repeat(43)}`,
        'Bearer ',
        'Bearer x',
        'Basic YTpi',
        `Bearer c_z999.${'a'.repeat(43)}`,
      ];
      for (const authorization of ['', ...madeUp, ...wrong]) {
        const answer = await ask(server.api.as(authorization), world, 'x'.repeat(43));
        expect([authorization, answer.status]).toEqual([authorization, 401]);
        if (answer.text !== '') expect(problemType(answer)).toBe(who === 'device' ? 'DeviceUnknown' : 'SessionExpired');
      }
    });

  if (typeof who !== 'string')
    test.each(ACTOR_ROLES)('%s is let in or not, as the table says', async (role) => {
      // A session of its own, because one of the routes ends it.
      const asking = role === 'guest' ? await comeIn() : await server.join(role);
      const asked = await ask(asking.api, world, asking.account?.secret ?? 'x'.repeat(43));
      const isIn = who.includes(role);
      if (isIn) expect(asked.status).toBeLessThan(300);
      else expect(asked.status).toBe(403);
    });

  if (expectation.ofOther === 'notFound')
    test.each(expectation.othersAsking ?? ['coordinator', 'admin'])(
      'of another municipality is not there for its %s',
      async (role) => {
        expect((await ask(session(`other ${role}`).api, world, 'x'.repeat(43))).status).toBe(404);
      },
    );
});

describe('another municipality', () => {
  test('can neither change nor pull nor see devices of this one', async () => {
    const person = createPerson();
    await push(session('outreach').api, newUuid(), [person]);
    const edit = editField(person, 'nickname', { from: 'Moussa', to: 'Mine now', seenVersion: 99 });
    const service = createService({ beneficiary: person.recordId });
    const stranger = session('other coordinator');
    const pushed = await push(stranger.api, newUuid(), [edit, service]);
    expect(pushed.verdicts).toMatchObject([
      { verdict: 'refused', refusal: { type: 'RecordUnknown' } },
      { verdict: 'refused', refusal: { type: 'SubjectUnknown' } },
    ]);
    const pulled = await stranger.api.get(`${API_BASE}/pull?protocol=1`);
    expect(pulled.text).not.toContain(person.recordId);
    const devices = await stranger.api.get(`${API_BASE}/devices`);
    expect(devices.text).not.toContain(session('outreach').device.id);
  });

  test('may use the same record id without touching or seeing the other record', async () => {
    const person = createPerson({ nickname: 'Genovese' });
    await push(session('outreach').api, newUuid(), [person]);
    const twin = { ...createPerson({ nickname: 'Torinese' }), recordId: person.recordId };
    const pushed = await push(session('other outreach').api, newUuid(), [twin]);
    expect(pushed.records).toMatchObject([{ municipality: TORINO, fields: { nickname: 'Torinese' } }]);
    const pulled = await session('coordinator').api.get(`${API_BASE}/pull?protocol=1`);
    expect(pulled.text).toContain('Genovese');
    expect(pulled.text).not.toContain('Torinese');
  });
});

test.each(['volunteer', 'monitor', 'admin', 'guest'] as const)(
  'a push of a %s gets a verdict and changes nothing',
  async (role) => {
    const { api } = role === 'guest' ? await comeIn() : session(role);
    const pushed = await push(api, newUuid(), [createPerson(), createService()]);
    expect(pushed.verdicts).toMatchObject([
      { verdict: 'refused', refusal: { type: 'NotPermitted' } },
      { verdict: 'refused', refusal: { type: 'NotPermitted' } },
    ]);
    expect(pushed.records).toEqual([]);
  },
);
