import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import type { Transaction } from '../../../src/server/store/open-pool.ts';
import { verifyAudit } from '../../../src/server/store/verify-audit.ts';
import { GENOVA, startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { createPerson, createService, push } from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;
const scope = { municipality: MunicipalityId.parse(GENOVA), actor: 'operator' };

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
});
afterAll(() => server.close());

const asOwner = <T>(work: (sql: Transaction) => Promise<T>) =>
  server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true), set_config('taccuino.actor', 'operator', true)`;
    return { value: await work(sql) };
  });

describe('the audit', () => {
  test('has a row for each change, with its verdict and without what people wrote', async () => {
    const changes = [createPerson({ nickname: 'PLANTED-NAME' }), createService({ date: '2199-01-01' })];
    await push(worker.api, newUuid(), changes);
    const { value: rows } = await asOwner(
      (sql) =>
        sql<{ actor: string; detail: string }[]>`SELECT actor, detail FROM audit WHERE action = 'change' ORDER BY seq`,
    );
    expect(rows.map(({ detail }) => JSON.parse(detail))).toMatchObject([
      {
        change: changes[0]?.id,
        type: 'create',
        kind: 'beneficiary',
        record: changes[0]?.recordId,
        verdict: 'accepted',
      },
      { change: changes[1]?.id, verdict: 'refused', refusal: 'FieldsRefused' },
    ]);
    expect(rows.every(({ actor }) => actor === worker.actor.id)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('PLANTED-NAME');
  });

  test('says which fields a person was shown, and which refused change was thrown away', async () => {
    const [person, refused] = [createPerson(), createService({ date: '2199-01-01' })];
    const about = { recordId: person.recordId, kind: person.kind, at: person.at };
    const disclose = { ...about, id: newUuid(), type: 'disclose', fields: ['residenceStatus'] };
    const discard = { ...about, ...refused, id: newUuid(), type: 'discard', discarded: refused.id };
    const { fields: _, ...discardChange } = discard as typeof discard & { fields?: unknown };
    const pushed = await push(worker.api, newUuid(), [person, disclose, refused, discardChange]);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'refused', 'accepted']);
    const { value: rows } = await asOwner(
      (sql) => sql<{ detail: string }[]>`SELECT detail FROM audit WHERE action = 'change' ORDER BY seq DESC LIMIT 4`,
    );
    const details = rows.map(({ detail }) => JSON.parse(detail));
    expect(details.find(({ type }) => type === 'disclose')).toMatchObject({ fields: ['residenceStatus'] });
    expect(details.find(({ type }) => type === 'discard')).toMatchObject({ discarded: refused.id });
  });

  test('is one whole chain, also when many write and read at once', async () => {
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        await push(worker.api, newUuid(), [createService(), createService()]);
        await worker.api.get(`${API_BASE}/pull?protocol=1`);
      }),
    );
    const verified = await verifyAudit(server.owner, scope);
    expect(verified).toMatchObject({ ok: true });
    expect(verified.ok && verified.value.seq).toBeGreaterThan(30);
  });

  test.each([
    ['altered', "UPDATE audit SET detail = detail || ' ' WHERE seq = 7", 7],
    ['given to another actor', "UPDATE audit SET actor = 'x' WHERE seq = 8", 8],
    ['taken out', 'DELETE FROM audit WHERE seq = 9', 9],
    ['cut off at the end', 'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)', undefined],
  ])('shows a row that was %s', async (_, tamper, seq) => {
    const before = await asOwner((sql) => sql`SELECT * FROM audit`);
    await asOwner((sql) => sql.unsafe(tamper));
    expect(await verifyAudit(server.owner, scope)).toMatchObject({
      ok: false,
      error: { type: 'AuditBroken', seq: seq ?? before.value.length },
    });
    await asOwner(async (sql) => {
      await sql`DELETE FROM audit`;
      for (const row of before.value)
        await sql`SELECT set_config('taccuino.actor', ${row.actor}, true)`.then(
          () => sql`INSERT INTO audit ${sql(row)}`,
        );
    });
    expect(await verifyAudit(server.owner, scope)).toMatchObject({ ok: true });
  });
});
