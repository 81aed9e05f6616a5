// The browser with the bench page in it, at one of two speeds.

import { launchBrowser } from '../browser/launch-browser.ts';
import type { BenchPage } from './page/main.ts';

/** The CPU of a tablet, as the targets define it: Chromium throttled four times. Only the page's own thread is slowed. */
export const SPEEDS = [
  { name: '1×', slowdown: 1 },
  { name: 'tablet', slowdown: 4 },
] as const;
export type Speed = (typeof SPEEDS)[number];

export type BenchBrowser = {
  /** A page that was just loaded: no code is warm, nothing is in memory; what is on the disk stays. */
  readonly reload: (speed: Speed) => Promise<void>;
  readonly setSpeed: (speed: Speed) => Promise<void>;
  readonly call: <Name extends keyof BenchPage>(
    name: Name,
    input: Parameters<BenchPage[Name]>[0],
  ) => Promise<Awaited<ReturnType<BenchPage[Name]>>>;
  readonly close: () => Promise<void>;
};

/** A measure that takes longer than this hangs. */
const CALL_TIMEOUT_MS = 10 * 60_000;

export async function openBenchBrowser(url: string): Promise<BenchBrowser> {
  const context = await launchBrowser();
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(CALL_TIMEOUT_MS);
  const session = await context.newCDPSession(page);
  const setSpeed = async ({ slowdown }: Speed) => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  };
  return {
    setSpeed,
    async reload(speed) {
      await setSpeed(SPEEDS[0]);
      await page.goto(`${url}/`);
      await page.waitForFunction(() => globalThis.bench !== undefined);
      await setSpeed(speed);
    },
    call: (name, input) => page.evaluate(callBench, { name, input }),
    close: () => context.close(),
  };
}

/** Runs in the page. The name fits its input and answer: `call` has checked that. */
async function callBench({ name, input }: { name: keyof BenchPage; input: unknown }) {
  const measure = globalThis.bench[name] as (input: unknown) => unknown;
  return (await measure(input)) as never;
}
