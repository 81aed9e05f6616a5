import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** `npm start`: the built app and the API on one port, with the embedded database or DATABASE_URL. */
const HELP = `Usage: npm start

Serves the built app and the API on one port. Settings are environment variables: see the table in README.md.
Stop it with Ctrl+C or SIGTERM: what is under way is finished first.
`;

/** BSD's sysexits: wrong use. */
const EXIT_USAGE = 64;

const [parameter] = process.argv.slice(2);
if (parameter === undefined) {
  // Compiled once: a server that was killed is back in less time. Where the folder cannot be written it starts as without.
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node'));
  const { serve } = await import('./serve.ts');
  await serve();
} else if (parameter === '--help' || parameter === '-h') process.stdout.write(HELP);
else {
  process.stderr.write(`There is no option ${parameter}.\n${HELP}`);
  process.exitCode = EXIT_USAGE;
}
