// `npm run dev`: Vite in front, so that a saved file is on the screen at once, and the real server behind it, started again
// when its own source changes. Nothing here runs in production, where one process serves the built app and the API.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const help = `npm run dev [-- --port 5173 --server-port 5174]

Starts Vite and the server with its embedded database, and prints the address to open.
  --port         where Vite listens (default 5173)
  --server-port  where the server behind it listens (default 5174)
  --help         this text
All other settings are the server's environment variables, listed in README.md.
`;

/** What Vite hands on: the same paths that the service worker leaves alone. */
const serverPaths = ['/api', '/healthz', '/readyz', '/metrics'];
/** BSD's sysexits, as everywhere in this room. */
const wrongUse = 64;
const root = join(import.meta.dirname, '../..');

const options = {
  port: { type: 'string', default: '5173' },
  'server-port': { type: 'string', default: '5174' },
  help: { type: 'boolean', default: false },
} as const;

try {
  const { values } = parseArgs({ options });
  if (values.help) process.stdout.write(help);
  else await startDevelopment(portNumber(values.port), portNumber(values['server-port']));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  process.exitCode = wrongUse;
}

async function startDevelopment(port: number, serverPort: number): Promise<void> {
  const target = `http://127.0.0.1:${serverPort}`;
  const vite = await createServer({
    root,
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      proxy: Object.fromEntries(serverPaths.map((path) => [path, { target }])),
    },
  });
  try {
    await vite.listen();
  } catch (error) {
    // A port that is taken: without this Vite goes on looking at files, and the command never ends.
    await vite.close();
    throw error;
  }
  vite.printUrls();

  const env = { ...process.env, TACCUINO_HOST: '127.0.0.1', TACCUINO_PORT: String(serverPort) };
  const server = spawn(process.execPath, ['--watch', join(root, 'src/server/main.ts')], { stdio: 'inherit', env });
  // The database must be stopped by its own server, so the end of one is the end of both, in that order.
  server.once('exit', (code) => void vite.close().then(() => process.exit(code ?? 0)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${text} is not a port: 1 to 65535.`);
  return port;
}
