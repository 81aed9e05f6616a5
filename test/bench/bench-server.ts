// The real server as its own process, as `npm start` runs it: embedded database in a temporary folder, any free port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type BenchServer = { readonly url: string; readonly stop: () => Promise<void> };
export type BenchFolders = { readonly data: string; readonly app: string };

const root = join(import.meta.dirname, '../..');

export async function startBenchServer({ data, app }: BenchFolders): Promise<BenchServer> {
  const child = spawn(process.execPath, [join(root, 'src/server/main.ts')], {
    cwd: root,
    env: { ...withoutSettings(process.env), TACCUINO_DATA: data, TACCUINO_APP: app, TACCUINO_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const serving = new Promise<string>((resolve) => {
    // Read to the end, or a full pipe would stop the server.
    lines.on('line', (line) => {
      if (!line.includes('"event":"serving"')) return;
      const { url } = JSON.parse(line);
      resolve(String(url));
    });
  });
  const url = await Promise.race([
    serving,
    ended.then(() => {
      throw new Error('The server ended before it served; its reason is above.');
    }),
  ]);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Settings of the person's own installation must not lead the bench to their data. */
const withoutSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('TACCUINO_') && !name.startsWith('DATABASE_')),
  );
