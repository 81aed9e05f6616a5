import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { installLoadHooks } from './load-hooks.ts';
import { installStandIns } from './stand-ins.ts';

/** One thread of the simulation: prepares the platform first, loads the product after, runs what it is asked. */
// Half of what a thread costs is compiling the same files again, and each planted bug has a thread.
enableCompileCache(join(tmpdir(), 'taccuino-simulation'));
const { bug } = workerData as { bug?: string };
installLoadHooks(bug);
installStandIns();
const { runJob } = await import('./run-job.ts');
parentPort?.on('message', (job) => {
  void runJob(job, (message) => parentPort?.postMessage(message));
});
parentPort?.postMessage({ type: 'ready' });
