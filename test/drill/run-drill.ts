import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded-postgres.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import prepareJourneys from '../browser/prepare-journeys.ts';
import { prepareTemplate } from '../journeys/system.ts';
import { runCursorDrill } from './cursor-drill.ts';
import { killFiguresToLines, runKillDrill } from './kill-drill.ts';
import type { DrillOptions } from './options.ts';

const WRITERS = 8;
const READERS = 3;

/** False when something that was promised is gone. */
export function runDrill(options: DrillOptions, say: (line: string) => void): Promise<boolean> {
  return options.name === 'kill' ? drillKills(options, say) : drillCursor(options, say);
}

async function drillKills({ kills, seed }: DrillOptions, say: (line: string) => void): Promise<boolean> {
  prepareJourneys();
  const template = await prepareTemplate();
  say(`${kills} kills, --seed ${seed}`);
  const figures = await runKillDrill({ template, kills, seed, say }).finally(() =>
    rm(template.folder, { recursive: true, force: true }),
  );
  for (const line of killFiguresToLines(figures)) say(line);
  return figures.faults.length === 0;
}

async function drillCursor({ commits }: DrillOptions, say: (line: string) => void): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-drill-'));
  const database = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  if (!database.ok) throw new Error(database.error.message);
  const { ownerUrl, appUrl, stop } = database.value;
  await migrate({ ownerUrl, appUrl });
  say(`${commits} commits by ${WRITERS} writers, followed by ${READERS} readers`);
  const { seen, seconds } = await runCursorDrill({ ownerUrl, appUrl, commits, writers: WRITERS, readers: READERS });
  await stop();
  await rm(folder, { recursive: true, force: true });
  for (const { missed, outOfOrder, twice } of seen) say(`missed ${missed}, out of order ${outOfOrder}, twice ${twice}`);
  say(`${seconds.toFixed(0)} s`);
  return seen.every(({ missed, outOfOrder, twice }) => missed + outOfOrder + twice === 0);
}
