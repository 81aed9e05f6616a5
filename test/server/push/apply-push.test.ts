import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { createPerson, createService, editField, numberChanges, problemType, push, sendPush } from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
});
afterAll(() => {
  console.error(server.logLines.join(''));
  return server.close();
});

describe('a push', () => {
  test('decides a person, a service for them and a correction in one go', async () => {
    const person = createPerson();
    const service = createService({ beneficiary: person.recordId });
    const correction = editField(service, 'minutes', { from: null, to: 20, seenVersion: 0 });
    const pushed = await push(worker.api, newUuid(), [person, service, correction]);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(pushed.mark).toBe(3);
    expect(pushed.records).toHaveLength(2);
    const corrected = pushed.records.find(({ id }) => id === service.recordId);
    expect(corrected).toMatchObject({
      fields: { minutes: 20 },
      createdBy: { id: worker.actor.id },
      municipality: 'c_d969',
    });
    expect(corrected?.version).toBeGreaterThan(0);
    expect(corrected?.version).toBeLessThan(1_000);
    expect(corrected?.fieldVersions.minutes).toBe(corrected?.version);
    expect(corrected?.receivedAt).toBeDefined();
  });
});
