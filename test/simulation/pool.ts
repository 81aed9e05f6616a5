import { Worker } from 'node:worker_threads';
import type { Job, JobMessage, SeedLine } from './run-job.ts';

/** Threads that each hold a simulated process. Two, because the machines this runs on have two cores. */
const WORKERS_MAX = 2;
/** Seeds that a thread takes at once. */
const CHUNK = 10;

export type Crew = {
  readonly run: (job: Job, hear: (message: JobMessage) => void) => Promise<void>;
  readonly close: () => Promise<number>;
};

export async function startWorker(bug?: string): Promise<Crew> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { bug } });
  let hearing: ((message: JobMessage) => void) | undefined;
  let failing: ((error: Error) => void) | undefined;
  worker.on('message', (message: JobMessage) => hearing?.(message));
  worker.on('error', (error: Error) => failing?.(error));
  const until = (type: JobMessage['type'], hear: (message: JobMessage) => void = () => undefined) =>
    new Promise<void>((resolve, reject) => {
      failing = reject;
      hearing = (message) => (message.type === type ? resolve() : hear(message));
    });
  await until('ready');
  return {
    run(job, hear) {
      const done = until('done', hear);
      worker.postMessage(job);
      return done;
    },
    close: () => worker.terminate(),
  };
}

export type SeedsWish = {
  readonly from: number;
  readonly count: number;
  readonly bug?: string;
  readonly isFirstOnly?: boolean;
  readonly onLine: (line: SeedLine) => void;
};

/** Runs the seeds on all threads; ends early at the first failure when only that is asked for. */
export async function runSeeds({ from, count, bug, isFirstOnly = false, onLine }: SeedsWish): Promise<void> {
  let next = from;
  let isOver = false;
  const crew = await Promise.all(
    Array.from({ length: Math.min(WORKERS_MAX, Math.ceil(count / CHUNK)) }, () => startWorker(bug)),
  );
  await Promise.all(crew.map((worker) => takeChunks(worker)));
  await Promise.all(crew.map(({ close }) => close()));

  async function takeChunks(worker: Crew): Promise<void> {
    while (next < from + count && !isOver) {
      const start = next;
      next = Math.min(from + count, start + CHUNK);
      await worker.run({ type: 'seeds', from: start, count: next - start, isFirstOnly }, (message) => {
        if (message.type !== 'seed') return;
        if (isFirstOnly && message.line.violations.length > 0) isOver = true;
        onLine(message.line);
      });
    }
  }
}
