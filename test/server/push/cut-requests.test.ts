import { request } from 'node:http';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_BASE, PROTOCOL_VERSION } from '../../../src/protocol/version.ts';
import { readLedger } from '../../world/server-ledger.ts';
import { startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { createService, numberChanges, push } from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
});
afterAll(() => server.close());

const CHANGES = 8;

test(`11: a push of ${CHANGES} that is cut after any of its changes, and sent again whole, counts once and whole`, async () => {
  for (let sent = 0; sent <= CHANGES; sent += 1) {
    const [stream, changes] = [newUuid(), Array.from({ length: CHANGES }, () => createService())];
    const numbered = await numberChanges(changes);
    const body = JSON.stringify({ protocol: PROTOCOL_VERSION, stream, changes: numbered });
    const lastSent = numbered[sent - 1];
    const bytes = lastSent === undefined ? 1 : body.indexOf(JSON.stringify(lastSent)) + JSON.stringify(lastSent).length;
    await sendPart(body, bytes);
    const before = await readLedger(server, worker.actor.municipality);
    expect(
      changes.filter(({ id }) => before.verdicts.has(id)),
      'never a part of a push',
    ).toEqual([]);
    const { verdicts } = await push(worker.api, stream, changes);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(changes.map(() => 'accepted'));
    const { effectsById } = await readLedger(server, worker.actor.municipality);
    expect(changes.map(({ id }) => effectsById.get(id))).toEqual(changes.map(() => 1));
  }
});

/** Announces the whole body, sends a part of it and breaks the connection. */
function sendPart(body: string, bytes: number): Promise<void> {
  return new Promise((resolve) => {
    const sending = request(`${server.url}${API_BASE}/push`, {
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${worker.token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    sending.on('error', () => undefined);
    sending.on('close', resolve);
    sending.write(Buffer.from(body).subarray(0, bytes), () => sending.destroy());
  });
}
