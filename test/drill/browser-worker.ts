// A person with the real app in a real browser, who logs one contact after the other, now with and now without network, and whose
// browser is killed meanwhile. Each contact carries a nickname of its own, so that it can be found again.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { enrol, signIn, unlock } from '../journeys/pages/entrance.ts';
import { field, pillSays } from '../journeys/pages/screen.ts';
import { fillContact, save } from '../journeys/pages/writing.ts';
import { type Colleague, PEOPLE } from '../journeys/system.ts';
import { findBrowser, kill, untilGone } from './processes.ts';
import type { Random } from './random.ts';

export type BrowserWorker = {
  /** Nicknames of every contact that was begun, and of those that the screen called saved. */
  readonly begun: readonly string[];
  readonly saved: readonly string[];
  readonly faults: string[];
  readonly work: (random: Random, isOver: () => boolean) => Promise<void>;
  /** Kills the browser at once; false when none was running. */
  readonly strike: () => Promise<boolean>;
  /** With network, until the screen says that everything is safe. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const WHO: Colleague = PEOPLE.marta;
const PATIENCE_MS = 20_000;
const OFFLINE = 0.4;
/** Browser and server share two cores: a person who never rests would leave none for a start. */
const REST_MS = 500;

export async function createBrowserWorker(url: string, code: string): Promise<BrowserWorker> {
  const profile = await mkdtemp(join(tmpdir(), 'taccuino-drill-'));
  const begun: string[] = [];
  const saved: string[] = [];
  const faults: string[] = [];
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  let isStruck = false;

  async function open(): Promise<Page> {
    context = await launchBrowser({ userDataDir: profile });
    context.setDefaultTimeout(PATIENCE_MS);
    const opened = context.pages()[0] ?? (await context.newPage());
    await opened.goto(url);
    return opened;
  }

  async function bury(): Promise<void> {
    await context?.close().catch(() => undefined);
    await untilGone(await findBrowser(profile));
    [context, page, isStruck] = [undefined, undefined, false];
  }

  async function openUnlocked(): Promise<Page> {
    const opened = await open();
    await unlock(opened, WHO);
    return opened;
  }

  async function logOne(random: Random): Promise<void> {
    page ??= await openUnlocked();
    await context?.setOffline(random.chance(OFFLINE));
    const nickname = `Prova ${begun.length + 1}`;
    await fillContact(page, 'Legale');
    await field(page, 'Soprannome').fill(nickname);
    begun.push(nickname);
    await save(page);
    saved.push(nickname);
    await sleep(REST_MS);
  }

  page = await open();
  await enrol(page, code, 'Unità mobile 2');
  await signIn(page, WHO);
  await pillSays(page, 'Tutto al sicuro');

  return {
    begun,
    saved,
    faults,
    async work(random, isOver) {
      while (!isOver() && faults.length === 0) {
        await logOne(random).catch(async (error: unknown) => {
          if (!isStruck) faults.push(`in the browser: ${error instanceof Error ? error.message : String(error)}`);
          await bury();
        });
      }
    },
    async strike() {
      const pids = await findBrowser(profile);
      if (pids.length === 0) return false;
      isStruck = true;
      for (const pid of pids) kill(pid);
      await untilGone(pids);
      return true;
    },
    async settle() {
      if (isStruck) await bury();
      page ??= await openUnlocked();
      await context?.setOffline(false);
      await pillSays(page, 'Tutto al sicuro');
    },
    async close() {
      await bury();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
