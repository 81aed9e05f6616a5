// `npm test` runs this beside its checks: a download waits for the network and a check for the processor.

import { ensureBrowser } from './install-browser.ts';

try {
  for (const need of ['pages', 'camera'] as const) ensureBrowser(need);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
