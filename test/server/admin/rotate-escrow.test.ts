import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { RecoverResponse } from '../../../src/protocol/vault.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { rotateEscrow } from '../../../src/server/administration.ts';
import { openEscrowKey } from '../../../src/server/auth/escrow-seal.ts';
import { checkServerKey } from '../../../src/server/store/check-server-key.ts';
import { createRecoveryKeys, openRecovery } from '../../../src/vault/recovery.ts';
import { readAudit } from '../read-audit.ts';
import { GENOVA, startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createService, problemType } from '../test-changes.ts';
import {
  carryIn,
  createRegisteredVault,
  createRescueFile,
  createVault,
  register,
  sealRows,
  sendMail,
} from '../test-vaults.ts';

let server: TestServer;
let worker: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
});
afterAll(() => server.close());

const genova = MunicipalityId.parse(GENOVA);

async function rotate(): Promise<{ keyId: string; vaults: number }> {
  const rotated = await rotateEscrow(server.administration, genova);
  if (!rotated.ok) throw new Error(rotated.error);
  return rotated.value;
}

/** The text of every row of every table, as the owner sees it. */
async function dump(municipality: string): Promise<string> {
  return server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${municipality}, true)`;
    const tables = await sql<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
    const parts = [];
    for (const { name } of tables) {
      const [row] = await sql<{ all: string }[]>`SELECT coalesce(json_agg(t)::text, '') AS all FROM ${sql(name)} t`;
      parts.push(row?.all ?? '');
    }
    return parts.join('\n');
  });
}

async function sealedKey(municipality: string): Promise<string> {
  return server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${municipality}, true)`;
    const [row] = await sql<{ sealed: string }[]>`SELECT escrow_private_key_sealed AS sealed FROM municipalities`;
    return row?.sealed ?? '';
  });
}

async function tableFile(): Promise<number | undefined> {
  const [row] = await server.owner<{ file: number }[]>`SELECT pg_relation_filenode('municipalities') AS file`;
  return row?.file;
}

describe('rotating the escrow key', () => {
  test('leaves mailbox, rescue file and recovery working for vaults that were sealed to the old one', async () => {
    const vault = await createRegisteredVault(server, worker);
    await rotate();
    const stream = newUuid();
    const rows = await sealRows(vault, [createService(), createService()]);
    expect((await sendMail(server, vault, stream, rows.slice(0, 1))).json).toMatchObject({
      rows: [{ became: 'taken' }],
    });
    const carried = await carryIn(worker, createRescueFile(vault, stream, rows));
    expect(carried.json).toEqual({ taken: 2, held: 0, unreadable: 0 });
    const keys = await createRecoveryKeys();
    const path = `${API_BASE}/vaults/${vault.id}/recover`;
    const answer = await worker.api.post(path, { protocol: 2, publicKey: keys.publicKey });
    const opened = await openRecovery(RecoverResponse.parse(answer.json), keys, vault.id);
    expect(opened.ok && Buffer.from(opened.value.raw).equals(vault.dataKey.raw)).toBe(true);
  });

  test('leaves the old private key nowhere, sealed neither', async () => {
    await createRegisteredVault(server, worker);
    const [before, file] = [await sealedKey(GENOVA), await tableFile()];
    const old = openEscrowKey(server.keys.escrow, genova, before);
    const { keyId } = await rotate();
    const all = await dump(GENOVA);
    expect(all).toContain(keyId);
    for (const gone of [before, old]) expect(all).not.toContain(gone);
    // Rewritten, so that the old row does not lie dead in the file either.
    expect(await tableFile()).not.toBe(file);
    expect(await checkServerKey(server.app, server.keys)).toMatchObject({ ok: true });
    const rows = (await readAudit(server)).filter(({ action }) => action === 'escrow-rotated');
    expect(rows.at(-1)).toMatchObject({ actor: 'operator', detail: { escrowKey: keyId } });
  });

  test('tells the new key at sign-in, and refuses a new vault that was sealed to the old one', async () => {
    const late = await createVault(server, worker);
    const { keyId } = await rotate();
    expect(problemType(await register(late))).toBe('BodyInvalid');
    const { username, secret } = worker.account;
    const device = server.api.as(`Device ${worker.device.token}`);
    const signedIn = await device.post(`${API_BASE}/session`, { protocol: 2, username, secret });
    expect(signedIn.json).toMatchObject({ escrow: { keyId } });
    expect((await register(await createVault(server, worker))).status).toBe(204);
  });

  test('while vaults are being registered leaves none behind with a slot of the old key', async () => {
    const vaults = await Promise.all(Array.from({ length: 12 }, () => createVault(server, worker)));
    const [rotated, ...answers] = await Promise.all([rotate(), ...vaults.map(register)]);
    for (const [index, answer] of answers.entries()) {
      const vault = vaults[index];
      if (vault === undefined || answer.status !== 204) continue;
      const mailed = await sendMail(server, vault, newUuid(), await sealRows(vault, [createService()]));
      expect(mailed.json).toMatchObject({ rows: [{ became: 'taken' }] });
    }
    expect(rotated.keyId).toMatch(/^[\w-]{16}$/);
  });

  test('touches no other municipality', async () => {
    const before = await sealedKey(TORINO);
    await rotate();
    expect(await sealedKey(TORINO)).toBe(before);
  });
});
