// Order of commit = order of cursor, put to the test where it could break: the real PostgreSQL, many writers at once, readers
// that follow while they write. Every commit creates one record and so takes the municipality's counter one step: a reader that
// missed nothing, saw nothing twice and nothing out of order has seen exactly 1, 2, 3, … up to the number of commits.

import { v7 } from 'uuid';
import { AccountActor } from '../../src/domain/actor.ts';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { PushRequest } from '../../src/protocol/push.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { addMunicipality } from '../../src/server/administration.ts';
import { createServerKeys, createServerSecret } from '../../src/server/auth/server-keys.ts';
import { systemClock } from '../../src/server/clock.ts';
import { deriveRoot } from '../../src/server/derive-root.ts';
import { applyPush } from '../../src/server/push/apply-push.ts';
import { digestChange } from '../../src/server/push/change-digest.ts';
import type { PushStore } from '../../src/server/push/push-ports.ts';
import { insertAccount } from '../../src/server/store/accounts.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import { openPool, type Pool } from '../../src/server/store/open-pool.ts';
import { createPushStore } from '../../src/server/store/push-store.ts';
import { readPage } from '../../src/server/store/read-page.ts';

export type CursorDrill = {
  /** A migrated database with nothing in it, of which this is the only user. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly commits: number;
  readonly writers: number;
  readonly readers: number;
  /** For a planted fault: stands between the decision and the database. */
  readonly wrapStore?: (store: PushStore) => PushStore;
};

export type CursorSeen = { readonly missed: number; readonly outOfOrder: number; readonly twice: number };
export type CursorFigures = { readonly seen: readonly CursorSeen[]; readonly pages: number; readonly seconds: number };

const GENOVA = MunicipalityId.parse('c_d969');
/** A reader that is level with the writers looks again this soon: far sooner than any device, and not all the time. */
const READER_REST_MS = 25;

export async function runCursorDrill(drill: CursorDrill): Promise<CursorFigures> {
  const owner = openPool(drill.ownerUrl, 1);
  await relaxCommits(owner);
  const people = await openCity(owner, drill.writers + drill.readers);
  const startedMs = performance.now();
  let isWriting = true;
  const writing = Promise.all(
    people.slice(0, drill.writers).map((person, index) => write(drill, person, share(drill, index))),
  ).finally(() => {
    isWriting = false;
  });
  const reading = people.slice(drill.writers).map((person) => follow(drill, person, () => isWriting));
  const [followed] = await Promise.all([Promise.all(reading), writing]);
  await owner.end();
  return {
    seen: followed.map(({ versions }) => countFaults(versions, drill.commits)),
    pages: followed.reduce((sum, { pages }) => sum + pages, 0),
    seconds: (performance.now() - startedMs) / 1_000,
  };
}

/** Only the order of commits is looked at here, not their durability, which the kill drill sees to: so nobody waits for the disk. */
async function relaxCommits(owner: Pool): Promise<void> {
  const [row] = await owner<{ name: string }[]>`SELECT current_database() AS name`;
  await owner`ALTER DATABASE ${owner(row?.name ?? '')} SET synchronous_commit = off`;
}

type Person = { readonly actor: AccountActor; readonly deviceId: string };

async function openCity(owner: Pool, people: number): Promise<Person[]> {
  const keys = createServerKeys(createServerSecret());
  const made = await addMunicipality({ ownerPool: owner, keys, clock: systemClock, deriveRoot }, GENOVA);
  if (!made.ok) throw new Error(made.error);
  const scope = { municipality: GENOVA, actor: OPERATOR_ACTOR };
  const at = systemClock.now();
  return Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const [id, deviceId] = [v7(), v7()];
      const actor = AccountActor.parse({ id, name: `Persona ${index}`, role: 'outreach', municipality: GENOVA });
      await insertAccount(owner, { ...actor, username: `p${index}`, secretHash: 'none', at });
      await inMunicipality(
        owner,
        scope,
        (sql) => sql`
          INSERT INTO devices (municipality, id, label, token_hash, enrolled_at)
          VALUES (${GENOVA}, ${deviceId}, 'Drill', ${deviceId}, ${at})`,
      );
      return { actor, deviceId };
    }),
  );
}

const share = ({ commits, writers }: CursorDrill, index: number): number =>
  Math.floor(commits / writers) + (index < commits % writers ? 1 : 0);

/** One commit a change, through the whole of the server's decision, on a connection of its own. */
async function write(drill: CursorDrill, { actor, deviceId }: Person, commits: number): Promise<void> {
  const pool = openPool(drill.appUrl, 1);
  const store = createPushStore(pool);
  const reportFault = (error: unknown) => {
    throw error;
  };
  const ports = { store: drill.wrapStore?.(store) ?? store, clock: systemClock, reportFault };
  const stream = v7();
  for (let seq = 1; seq <= commits; seq += 1) {
    const pushed = await applyPush(ports, { actor, deviceId }, createPush(stream, seq));
    const verdict = pushed.ok ? pushed.value.response.verdicts[0]?.verdict : pushed.error.type;
    if (verdict !== 'accepted') throw new Error(`a writer was answered ${verdict}`);
  }
  await pool.end();
}

function createPush(stream: string, seq: number): PushRequest {
  const at = systemClock.now();
  const fields = { types: ['CONT'], date: systemClock.today(), contact: { count: 1 } };
  const change = { id: v7(), recordId: v7(), kind: 'service', at, type: 'create', fields };
  return PushRequest.parse({
    protocol: PROTOCOL_VERSION,
    stream,
    changes: [{ seq, hash: digestChange(change), change }],
  });
}

async function follow(
  { appUrl }: CursorDrill,
  { actor }: Person,
  isWriting: () => boolean,
): Promise<{ versions: number[]; pages: number }> {
  const pool = openPool(appUrl, 1);
  const versions: number[] = [];
  let pages = 0;
  for (let after = 0; ; ) {
    const wasWriting = isWriting();
    const scope = { municipality: actor.municipality, actor: actor.id };
    const page = await readPage(pool, scope, { after, at: systemClock.now() });
    after = page.upTo;
    pages += 1;
    for (const { version } of page.records) versions.push(version);
    if (page.records.length > 0) continue;
    if (!wasWriting) break;
    await new Promise((resolve) => setTimeout(resolve, READER_REST_MS));
  }
  await pool.end();
  return { versions, pages };
}

function countFaults(versions: readonly number[], commits: number): CursorSeen {
  const distinct = new Set(versions);
  return {
    missed: Array.from({ length: commits }, (_, index) => index + 1).filter((version) => !distinct.has(version)).length,
    outOfOrder: versions.filter((version, index) => version < (versions[index - 1] ?? 0)).length,
    twice: versions.length - distinct.size,
  };
}
