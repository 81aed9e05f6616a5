// `npm run duplicates`: how well `domain/find-duplicates.ts` does its work, in figures.

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
    const { reportDuplicates } = await import('./report.ts');
    process.stdout.write(reportDuplicates(asked.options));
  }
}
