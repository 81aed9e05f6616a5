// `npm run drill`: breaks real parts on purpose and looks whether anything that was promised is gone.

import { HELP, readOptions } from './options.ts';

const EXIT_USAGE = 64;

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
    // Loaded only now: help should not wait for a database and a browser.
    const { runDrill } = await import('./run-drill.ts');
    const isWell = await runDrill(asked.options, (line) => process.stdout.write(`${line}\n`));
    if (!isWell) process.exitCode = 1;
  }
}
