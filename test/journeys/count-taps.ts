// What a job costs a person: the taps that a finger really makes, counted by the page itself, and the seconds for the reader of the log.

import type { Page } from 'playwright-core';

export type Effort = { readonly taps: number; readonly seconds: number };

type Counting = { taps?: number; isCounting?: boolean };

/**
 * Runs a job and counts every pointer that goes down on the way. Typing is no tap; going to a field is. The page must not load anew
 * in between: moving inside the app does not.
 */
export async function countTaps(page: Page, job: () => Promise<void>): Promise<Effort> {
  await page.evaluate(() => {
    const counting = window as Window & Counting;
    counting.taps = 0;
    if (counting.isCounting) return;
    counting.isCounting = true;
    const count = (event: PointerEvent) => {
      if (event.isTrusted) counting.taps = (counting.taps ?? 0) + 1;
    };
    // Before anything on the page can stop it.
    addEventListener('pointerdown', count, true);
  });
  const startedMs = Date.now();
  await job();
  const seconds = (Date.now() - startedMs) / 1_000;
  const taps = await page.evaluate(() => (window as Window & Counting).taps);
  if (taps === undefined) throw new Error('the page was loaded anew: nobody counted');
  return { taps, seconds };
}

/** For the reader of the log: taps are asserted where they are promised, seconds never. */
export const noteEffort = (job: string, { taps, seconds }: Effort): void => {
  process.stdout.write(`${job}: ${taps} taps, ${seconds.toFixed(1)} s\n`);
};
