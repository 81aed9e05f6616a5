import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded-postgres.ts';

/**
 * Vitest's globalSetup: one real PostgreSQL for the whole run, started the way the product does. Each test server makes a
 * database of its own in it (`start-test-server.ts`).
 */
declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { readonly appUrl: string; readonly ownerUrl: string };
  }
}

export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-test-'));
  const started = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined });
  if (!started.ok) throw new Error(started.error.message);
  const { appUrl, ownerUrl, stop } = started.value;
  project.provide('postgres', { appUrl, ownerUrl });
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}
