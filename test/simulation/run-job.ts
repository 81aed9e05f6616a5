import { setImmediate as taskDone } from 'node:timers/promises';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { runSeed, type SeedResult } from './run-seed.ts';
import { shrinkSeed } from './shrink.ts';
import { installDiskFaults } from './simulated-disk.ts';
import type { Exchange } from './simulated-server.ts';
// Loaded before any world begins: what the product fetches late would come from the file system in the middle of one.
import '../../src/device/unlock-vault.ts';
import '../../src/device/vault-rows.ts';
import '../../src/device/vault-files.ts';
import '../../src/device/locked-files.ts';
import '../../src/sync/mail-files.ts';
import '../../src/sync/mail-piece.ts';
import { type CrashReport, crashEverywhere } from './crash-everywhere.ts';
import type { CrashScenario } from './crash-scenario-names.ts';

export type Job =
  /** `isFirstOnly`: ends with the first seed that breaks a law. */
  | { readonly type: 'seeds'; readonly from: number; readonly count: number; readonly isFirstOnly?: boolean }
  | { readonly type: 'story'; readonly seed: number; readonly isShrunk: boolean }
  /** What a server that works on one request at a time was asked, and what it answered. */
  | { readonly type: 'history'; readonly seed: number }
  | { readonly type: 'crash'; readonly scenario: CrashScenario };

/** What a seed came to, small enough to be sent by the thousand. */
export type SeedLine = Pick<SeedResult, 'seed' | 'trace' | 'violations' | 'counts' | 'tasks'>;
export type JobMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'seed'; readonly line: SeedLine }
  | { readonly type: 'story'; readonly result: SeedResult }
  | { readonly type: 'crash'; readonly report: CrashReport }
  | { readonly type: 'history'; readonly exchanges: readonly Exchange[]; readonly records: readonly RecordEnvelope[] }
  | { readonly type: 'done' };

installDiskFaults();
// What a dead tab still rejects is nobody's; what a living one leaves unhandled is found by what does not happen.
process.on('unhandledRejection', () => undefined);

/** Stacks cost much and say nothing as long as all is well; whoever wants a seed's story wants them too. */
const STACK_FRAMES_TOLD = 30;

export async function runJob(job: Job, say: (message: JobMessage) => void): Promise<void> {
  Error.stackTraceLimit = job.type === 'story' ? STACK_FRAMES_TOLD : 0;
  switch (job.type) {
    case 'seeds':
      for (let seed = job.from; seed < job.from + job.count; seed++) {
        const { trace, violations, counts, tasks } = await runSeed(seed);
        say({ type: 'seed', line: { seed, trace, violations, counts, tasks } });
        await taskDone();
        if (job.isFirstOnly === true && violations.length > 0) break;
      }
      break;
    case 'story':
      say({ type: 'story', result: await (job.isShrunk ? shrinkSeed(job.seed) : runSeed(job.seed, { isTold: true })) });
      break;
    case 'history':
      await runSeed(job.seed, {
        isSerial: true,
        onEnd: ({ server }) => {
          const exchanges = server.exchanges.filter(({ answer, isCommitted }) => answer !== undefined || isCommitted);
          say({ type: 'history', exchanges, records: [...server.database.tables.records.values()] });
        },
      });
      break;
    case 'crash':
      say({ type: 'crash', report: await crashEverywhere(job.scenario) });
      break;
  }
  say({ type: 'done' });
}
