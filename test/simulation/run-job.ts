import { setImmediate as realImmediate } from 'node:timers/promises';
import { installDiskFaults } from './simulated-disk.ts';
import { runSeed, type SeedResult } from './run-seed.ts';
import '../../src/device/vault-rows.ts';
import '../../src/device/unlock-vault.ts';

export type Job = { readonly type: 'seeds'; readonly from: number; readonly count: number; readonly isTold?: boolean };
export type JobMessage = { readonly type: 'ready' } | { readonly type: 'seed'; readonly result: SeedResult } | { readonly type: 'done' };

installDiskFaults();
Object.assign(globalThis, { simulatedDeath: () => new Promise(() => undefined) });

export async function runJob(job: Job, say: (message: JobMessage) => void): Promise<void> {
  for (let seed = job.from; seed < job.from + job.count; seed++) {
    say({ type: 'seed', result: await runSeed(seed, { isTold: job.isTold ?? false }) });
  }
  await realImmediate();
  say({ type: 'done' });
}
