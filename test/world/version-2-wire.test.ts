import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRecoveryKeys } from '../../src/vault/recovery.ts';
import { startTestServer, type TestServer, type TestSession } from '../server/start-test-server.ts';
import { createPerson, createService, numberChanges } from '../server/test-changes.ts';
import { createRegisteredVault, createRescueFile, sealRows } from '../server/test-vaults.ts';

/**
 * Law 8: a device of version 2 sends what it sent then, and today's server answers what it could read then. What it reads is a frozen JSON Schema,
 * written by that version's own code (`generate-schemas.ts` in its folder), which nothing in `src/` can change.
 */
const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
const schemas = read('../fixtures/version-2/schemas.json') as Record<string, JsonSchema>;
const examples = z.record(z.string(), z.array(z.looseObject({}))).parse(read('../protocol/version-2.json'));
const readers = new Map(Object.entries(schemas).map(([name, schema]) => [name, z.fromJSONSchema(schema)]));
const BASE = '/api/v1';
const TWO = { protocol: 2 };

/** As the device of then: what it cannot read is no answer. */
function readAs(name: string, json: unknown): unknown {
  const parsed = readers.get(name)?.safeParse(json);
  expect(parsed?.error?.issues, `version 2 does not read this ${name}: ${JSON.stringify(json)}`).toBeUndefined();
  return json;
}

let server: TestServer;
let worker: TestSession;
let coordinator: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

describe('law 8: the copy of what version 2 reads', () => {
  it.each([...readers.keys()])('reads every stored %s, and none with a field more', (name) => {
    const stored = examples[name] ?? [];
    expect(stored.length).toBeGreaterThan(0);
    for (const example of stored) {
      readAs(name, example);
      // Problems are read loosely from the start.
      if (name !== 'Problem') expect(readers.get(name)?.safeParse({ ...example, more: 1 }).success).toBe(false);
    }
  });
});

describe('law 8: a device of version 2 at today’s server', () => {
  it('pushes, is refused, pulls, and is given its receipt', async () => {
    const stream = newUuid();
    const changes = await numberChanges([createPerson(), createService({ date: '2199-01-01' })]);
    const pushed = await worker.api.post(`${BASE}/push`, { ...TWO, stream, changes });
    expect(readAs('PushResponse', pushed.json)).toMatchObject({
      verdicts: [{ verdict: 'accepted' }, { verdict: 'refused' }],
    });
    readAs('PullResponse', (await worker.api.get(`${BASE}/pull?protocol=2`)).json);
    const receipt = await worker.api.get(`${BASE}/receipt?protocol=2&stream=${stream}`);
    expect(readAs('ReceiptResponse', receipt.json)).toMatchObject({ mark: 2, count: 2 });
    const wrong = { ...TWO, stream, changes: changes.map((one) => ({ ...one, seq: one.seq + 90 })) };
    readAs('Problem', (await worker.api.post(`${BASE}/push`, wrong)).json);
  });

  it('brings a locked vault’s rows and a rescue file, and recovers a vault', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    const rows = await sealRows(vault, [createPerson(), createService()]);
    const mailed = await server.api
      .as(`Device ${worker.device.token}`)
      .post(`${BASE}/mailbox`, { ...TWO, vaultId: vault.id, stream, rows });
    expect(readAs('MailboxResponse', mailed.json)).toMatchObject({ rows: [{ became: 'taken' }, { became: 'taken' }] });
    const file = createRescueFile(vault, stream, rows);
    const carried = await coordinator.api.post(`${BASE}/rescue`, { ...TWO, file });
    expect(readAs('RescueResponse', carried.json)).toEqual({ taken: 2, held: 0, unreadable: 0 });
    const { publicKey } = await createRecoveryKeys();
    const recovered = await worker.api.post(`${BASE}/vaults/${vault.id}/recover`, { ...TWO, publicKey });
    readAs('RecoverResponse', recovered.json);
  });

  it('is given the lists of its coordinator, and settles what stands there', async () => {
    const change = createService({ date: '2199-01-01' });
    await worker.api.post(`${BASE}/push`, { ...TWO, stream: newUuid(), changes: await numberChanges([change]) });
    readAs('AttentionResponse', (await coordinator.api.get(`${BASE}/attention`)).json);
    for (const how of ['apply', 'send-back']) {
      const settled = await coordinator.api.post(`${BASE}/attention/${change.id}`, { ...TWO, how });
      readAs('SettleResponse', settled.json);
    }
    const returned = await worker.api.get(`${BASE}/returned`);
    expect(readAs('ReturnedResponse', returned.json)).toMatchObject({ changes: [{ changeId: change.id }] });
    const taken = await worker.api.post(`${BASE}/returned/taken`, { ...TWO, changeIds: [change.id] });
    expect(taken.status).toBe(204);
    readAs('AccountsResponse', (await coordinator.api.get(`${BASE}/accounts`)).json);
    readAs('DevicesResponse', (await coordinator.api.get(`${BASE}/devices`)).json);
  });
});
