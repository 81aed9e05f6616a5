// `npm run shots`: pictures of every screen, to be looked at. Proves nothing; the journeys do.

import { HELP, readOptions } from './options.ts';

const EXIT_USAGE = 64;
const EXIT_TROUBLE = 1;

const asked = readOptions(process.argv.slice(2));
switch (asked.type) {
  case 'help':
    process.stdout.write(HELP);
    break;
  case 'wrong':
    process.stderr.write(`${asked.sentence}\n\n${HELP}`);
    process.exitCode = EXIT_USAGE;
    break;
  case 'run': {
    // Loaded only now: help should not wait for a browser.
    const { takeShots } = await import('./take-shots.ts');
    try {
      await takeShots(asked.options, (line) => process.stdout.write(`${line}\n`));
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = EXIT_TROUBLE;
    }
  }
}
