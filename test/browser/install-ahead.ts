// `npm test` runs this beside its checks: a download waits for the network and a check for the processor.

import { ensureBrowsers } from './install-browser.ts';

try {
  ensureBrowsers();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
