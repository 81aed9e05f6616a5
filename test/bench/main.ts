// `npm run bench`: one table, ours beside the floor. Figures, not tests: they depend on the machine and on who else uses it.

import { cpus } from 'node:os';
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
    // Loaded only now: help should not wait for a database, a bundler and a browser.
    const { runBench } = await import('./run-bench.ts');
    const { formatTable } = await import('./table.ts');
    const measured = await runBench(asked.options, (line) => process.stderr.write(`… ${line}\n`));
    const [cpu] = cpus();
    process.stdout.write(`\n${cpus().length} × ${cpu?.model ?? 'unknown CPU'}, Node ${process.version}, `);
    process.stdout.write(`medians of ${asked.options.runs}, spread from least to most\n\n`);
    process.stdout.write(`${formatTable(measured)}\n`);
  }
}
