import { GENOVA, type TestServer } from './start-test-server.ts';

export type AuditLine = {
  readonly actor: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** The whole audit of a municipality, oldest first. */
export async function readAudit(server: TestServer, municipality: string = GENOVA): Promise<AuditLine[]> {
  const rows = await server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${municipality}, true)`;
    return sql<{ actor: string; action: string; detail: string }[]>`
      SELECT actor, action, detail FROM audit WHERE municipality = ${municipality} ORDER BY seq`;
  });
  return rows.map(({ actor, action, detail }) => ({ actor, action, detail: JSON.parse(detail) }));
}
