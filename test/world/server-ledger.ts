import type { Actor } from '../../src/domain/actor.ts';
import type { MunicipalityId } from '../../src/domain/primitives.ts';
import { RecordEnvelope } from '../../src/domain/record.ts';
import { findVisibleRecord } from '../../src/domain/visible-record.ts';
import { Verdict } from '../../src/protocol/push.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import type { TestServer } from '../server/start-test-server.ts';

/** What the server holds of a municipality, read past all its code but the second wall. */
export type ServerLedger = {
  readonly records: ReadonlyMap<string, RecordEnvelope>;
  /** First verdicts by change id. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** How often the audit says that the change took effect. */
  readonly effectsById: ReadonlyMap<string, number>;
  readonly visibleTo: (actor: Actor) => ReadonlyMap<string, RecordEnvelope>;
};

export async function readLedger(
  server: Pick<TestServer, 'owner'>,
  municipality: MunicipalityId,
): Promise<ServerLedger> {
  const { records, changes, audit } = await inMunicipality(
    server.owner,
    { municipality, actor: OPERATOR_ACTOR },
    async (sql) => ({
      records: await sql<{ body: string }[]>`SELECT body FROM records WHERE municipality = ${municipality}`,
      changes: await sql<{ id: string; verdict: string }[]>`
        SELECT id, verdict FROM changes WHERE municipality = ${municipality} AND is_first`,
      audit: await sql<{ detail: string }[]>`
        SELECT detail FROM audit WHERE municipality = ${municipality} AND action = 'change'`,
    }),
  );
  const recordsById = new Map(
    records.map(({ body }) => RecordEnvelope.parse(JSON.parse(body))).map((record) => [record.id as string, record]),
  );
  const effectsById = new Map<string, number>();
  for (const { detail } of audit) {
    const { change, again } = JSON.parse(detail) as { change: string; again?: boolean };
    if (again !== true) effectsById.set(change, (effectsById.get(change) ?? 0) + 1);
  }
  return {
    records: recordsById,
    verdicts: new Map(changes.map(({ id, verdict }) => [id, Verdict.parse(JSON.parse(verdict))])),
    effectsById,
    visibleTo: (actor) =>
      new Map(
        [...recordsById].flatMap(([id, record]) => {
          const visible = findVisibleRecord(record, actor);
          return visible === undefined ? [] : [[id, visible] as const];
        }),
      ),
  };
}
