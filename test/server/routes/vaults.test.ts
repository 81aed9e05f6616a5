import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RecoverResponse } from '../../../src/protocol/vault.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { createDataKey } from '../../../src/vault/data-key.ts';
import { createEscrowKeyPair } from '../../../src/vault/escrow.ts';
import { sealEscrowSlot } from '../../../src/vault/escrow-slot.ts';
import { createRecoveryKeys, openRecovery } from '../../../src/vault/recovery.ts';
import { readAudit } from '../read-audit.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createService, problemType } from '../test-changes.ts';
import { createRegisteredVault, createVault, register, sealRows, sendMail, type TestVault } from '../test-vaults.ts';

let server: TestServer;
let worker: TestSession;
let colleague: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  colleague = await server.join('outreach');
});
afterAll(() => server.close());

const recover = (session: TestSession, vaultId: string, publicKey: string) =>
  session.api.post(`${API_BASE}/vaults/${vaultId}/recover`, { protocol: 2, publicKey });

describe('registering a vault', () => {
  test('is written down once, however often it is said', async () => {
    const vault = await createRegisteredVault(server, worker);
    expect((await register(vault)).status).toBe(204);
    const rows = (await readAudit(server)).filter(({ action }) => action === 'vault-registered');
    expect(rows.filter(({ detail }) => detail.vault === vault.id)).toMatchObject([
      { actor: worker.actor.id, detail: { device: worker.device.id } },
    ]);
  });

  test('from another device of its owner moves it there', async () => {
    const vault = await createRegisteredVault(server, worker);
    const elsewhere = { ...vault, session: await server.signIn(worker.account) };
    expect((await register(elsewhere)).status).toBe(204);
    const rows = await sealRows(vault, [createService()]);
    expect(problemType(await sendMail(server, vault, newUuid(), rows))).toBe('VaultUnknown');
    expect((await sendMail(server, elsewhere, newUuid(), rows)).json).toMatchObject({ rows: [{ became: 'taken' }] });
  });

  test('by another account than the first is not permitted', async () => {
    const vault = await createRegisteredVault(server, worker);
    const theirs = { ...(await createVault(server, colleague)), id: vault.id };
    expect(problemType(await register(theirs))).toBe('NotPermitted');
    expect(problemType(await register({ ...vault, session: colleague }))).toBe('NotPermitted');
  });

  test('by two accounts at the same moment has one owner', async () => {
    const vault = await createVault(server, worker);
    const answers = await Promise.all(
      [worker, colleague, worker, colleague].map((session) => register({ ...vault, session })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 403, 403]);
  });

  test('in another municipality is another vault', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stranger = await server.join('outreach', TORINO);
    const twin = { ...(await createVault(server, stranger)), id: vault.id };
    expect(problemType(await register(twin))).toBe('BodyInvalid');
    expect(problemType(await recover(stranger, vault.id, 'AAAA'))).toBe('VaultUnknown');
  });

  test('with a slot that the municipality cannot open is refused', async () => {
    const vault = await createVault(server, worker);
    const otherPair = await createEscrowKeyPair();
    const { keyId } = vault.slot;
    const dataKey = await createDataKey();
    const forged: [string, TestVault['slot']][] = [
      ['to another key pair', await sealEscrowSlot(vault.dataKey.raw, otherPair, vault.id)],
      ['under a key id that is not its own', await sealEscrowSlot(dataKey.raw, { ...otherPair, keyId }, vault.id)],
      ['for another vault', (await createVault(server, worker)).slot],
      ['cut short', { ...vault.slot, sealed: vault.slot.sealed.slice(0, -8) }],
    ];
    for (const [what, slot] of forged) {
      const answer = await register({ ...vault, slot });
      expect([what, answer.status, problemType(answer)]).toEqual([what, 400, 'BodyInvalid']);
    }
  });

  test('again with another data key is refused: all that it sealed would be unreadable', async () => {
    const vault = await createRegisteredVault(server, worker);
    const other = await createVault(server, worker);
    const { keyId } = vault.slot;
    const { publicKey } = await escrowOf(worker);
    const slot = await sealEscrowSlot(other.dataKey.raw, { keyId, publicKey }, vault.id);
    expect(problemType(await register({ ...vault, slot }))).toBe('BodyInvalid');
  });

  test.each(['nonsense', '00000000-0000-0000-0000-00000000000G', newUuid().toUpperCase(), '..%2F..'])(
    'under the id %s is refused',
    async (id) => {
      const vault = await createVault(server, worker);
      expect((await register({ ...vault, id })).status).toBe(404);
    },
  );

  test.each([
    ['nothing', {}],
    ['a password slot', { protocol: 2, escrow: { kind: 'password', keyId: 'k', enc: '', sealed: '' } }],
    ['more than a slot', { protocol: 2, escrow: { kind: 'escrow', keyId: 'k', enc: '', sealed: '', raw: 'x' } }],
    ['texts without end', { protocol: 2, escrow: { kind: 'escrow', keyId: 'k', enc: 'A'.repeat(201), sealed: '' } }],
  ])('with %s is refused', async (_, body) => {
    expect(problemType(await worker.api.put(`${API_BASE}/vaults/${newUuid()}`, body))).toBe('BodyInvalid');
  });
});

const escrowOf = async ({ account, device }: TestSession) => {
  const body = { protocol: 1, username: account.username, secret: account.secret };
  const answer = await server.api.as(`Device ${device.token}`).post(`${API_BASE}/session`, body);
  return (answer.json as { escrow: { publicKey: string } }).escrow;
};

describe('recovering a vault', () => {
  test('brings the data key back to its owner, sealed to the device alone, and is written down', async () => {
    const vault = await createRegisteredVault(server, worker);
    const keys = await createRecoveryKeys();
    const sealed = RecoverResponse.parse((await recover(worker, vault.id, keys.publicKey)).json);
    const opened = await openRecovery(sealed, keys, vault.id);
    expect(opened.ok && Buffer.from(opened.value.raw).equals(vault.dataKey.raw)).toBe(true);
    expect(await openRecovery(sealed, await createRecoveryKeys(), vault.id)).toMatchObject({ ok: false });
    const rows = (await readAudit(server)).filter(({ action }) => action === 'vault-recovered');
    expect(rows.at(-1)).toMatchObject({ actor: worker.actor.id, detail: { vault: vault.id } });
  });

  test('is for nobody else, a coordinator neither', async () => {
    const vault = await createRegisteredVault(server, worker);
    const { publicKey } = await createRecoveryKeys();
    for (const other of [colleague, await server.join('coordinator'), await server.join('admin')]) {
      expect(problemType(await recover(other, vault.id, publicKey))).toBe('NotPermitted');
    }
  });

  test('of a vault that nobody registered says so', async () => {
    const { publicKey } = await createRecoveryKeys();
    for (const id of [newUuid(), 'nonsense']) {
      expect(problemType(await recover(worker, id, publicKey))).toBe('VaultUnknown');
    }
  });

  test('with a public key that is none is refused', async () => {
    const vault = await createRegisteredVault(server, worker);
    const { publicKey } = await createRecoveryKeys();
    for (const wrong of ['', 'AAAA', `${publicKey.slice(0, -4)}AAAA`, 'A'.repeat(87)]) {
      expect(problemType(await recover(worker, vault.id, wrong))).toBe('BodyInvalid');
    }
  });
});
