// The server side: many devices at once over HTTP, beside plain statements on the same PostgreSQL. The clients run on the same
// cores as server and database, so that all figures here are what is left for the server, not what it could do alone.

import { randomUUID } from 'node:crypto';
import { MUNICIPALITIES } from '../../src/domain/lists/municipalities.ts';
import { PULL_RECORDS_MAX } from '../../src/protocol/pull.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { type BenchClient, changesToPushes, connectClient } from './bench-client.ts';
import { type CreateChange, createContacts } from './bench-data.ts';
import type { Office } from './bench-office.ts';
import { atLeast, type Measured } from './figures.ts';
import type { BenchOptions } from './options.ts';

export type ServerPlan = BenchOptions & {
  readonly url: string;
  readonly office: Office;
  /** Of the city that holds the records. */
  readonly code: string;
  readonly city: string;
};

/** Two devices in each of the network's cities. */
const DEVICES_A_CITY = 2;
const PULLING_DEVICES = 10;
const PUSHES_OF_ONE = 100;
const PUSHES_OF_TEN = 30;
const PAGES_A_DEVICE = 10;

export async function measureServer(plan: ServerPlan): Promise<Measured[]> {
  const { url, office, code, city } = plan;
  const codes = [code];
  for (const { id } of MUNICIPALITIES) if (id !== city) codes.push(await office.openCity(id));
  const clients: BenchClient[] = [];
  for (const one of codes) {
    for (let device = 0; device < DEVICES_A_CITY; device += 1) clients.push(await connectClient(url, one));
  }
  const pulling: BenchClient[] = [];
  for (let device = 0; device < PULLING_DEVICES; device += 1) pulling.push(await connectClient(url, code));
  await office.ownerPool`CREATE TABLE bench_floor (id uuid PRIMARY KEY, body text NOT NULL)`;
  return [
    ...(await measurePushes(plan, clients, 1, PUSHES_OF_ONE)),
    ...(await measurePushes(plan, clients, 10, PUSHES_OF_TEN)),
    ...(await measurePages(plan, pulling)),
  ];
}

async function measurePushes(
  { office, runs }: ServerPlan,
  clients: readonly BenchClient[],
  batch: number,
  pushes: number,
): Promise<Measured[]> {
  const changesMade = clients.length * pushes * batch;
  const ours: number[] = [];
  const floor: number[] = [];
  // One more than is counted: the first warms both sides up.
  for (let run = 0; run <= runs; run += 1) {
    const changes = clients.map((_, device) => createContacts(run * 10_000 + batch * 1_000 + device, pushes * batch));
    const bodies = await Promise.all(changes.map((some) => changesToPushes(randomUUID(), some, batch)));
    const oursS = await secondsOf(clients, async (client, device) => {
      for (const body of bodies[device] ?? []) await client.post('/push', body);
    });
    const floorS = await secondsOf(changes, (some) => insertPlainly(office, some, batch));
    if (run === 0) continue;
    ours.push(changesMade / oursS);
    floor.push(changesMade / floorS);
  }
  const isSingle = batch === 1;
  return [
    {
      what: isSingle ? 'server: pushes of 1' : `server: changes in pushes of ${batch}`,
      unit: '/s',
      ours,
      floor: { what: `plain INSERTs of ${batch}, one commit each, on 10 connections`, values: floor },
      target: atLeast(isSingle ? 1_500 : 10_000, '/s'),
    },
  ];
}

async function insertPlainly({ ownerPool }: Office, changes: readonly CreateChange[], batch: number): Promise<void> {
  for (let start = 0; start < changes.length; start += batch) {
    const rows = changes.slice(start, start + batch).map((change) => ({ id: change.id, body: JSON.stringify(change) }));
    await ownerPool`INSERT INTO bench_floor ${ownerPool(rows)}`;
  }
}

async function measurePages(
  { office, city, records, runs }: ServerPlan,
  clients: readonly BenchClient[],
): Promise<Measured[]> {
  const { ownerPool } = office;
  const page = Math.min(records, PULL_RECORDS_MAX);
  const served = clients.length * PAGES_A_DEVICE * page;
  await ownerPool`CREATE TABLE bench_pages (version bigint PRIMARY KEY, body text NOT NULL)`;
  await ownerPool.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${city}, true)`;
    await sql`INSERT INTO bench_pages SELECT version, body FROM records ORDER BY version LIMIT ${page}`;
  });
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const oursS = await secondsOf(clients, async (client) => {
      for (let nth = 0; nth < PAGES_A_DEVICE; nth += 1) await client.get(`/pull?protocol=${PROTOCOL_VERSION}`);
    });
    const floorS = await secondsOf(clients, async () => {
      for (let nth = 0; nth < PAGES_A_DEVICE; nth += 1)
        await ownerPool`SELECT version, body FROM bench_pages ORDER BY version`;
    });
    if (run === 0) continue;
    ours.push(served / oursS);
    floor.push(served / floorS);
  }
  return [
    {
      what: 'server: records pulled',
      unit: '/s',
      ours,
      floor: {
        what: 'the same pages as plain SELECTs of text on 10 connections, neither filtered nor compressed',
        values: floor,
      },
      target: atLeast(60_000, '/s'),
    },
  ];
}

/** All of them at once, until the last one is done. */
async function secondsOf<T>(all: readonly T[], work: (one: T, index: number) => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await Promise.all(all.map(work));
  return (performance.now() - startedMs) / 1_000;
}
