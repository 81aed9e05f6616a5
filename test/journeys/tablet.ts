// One tablet: a browser with a profile folder that stays when the browser is closed, and a line to the office of its own.
// Whatever a page throws is kept, because a journey that ends well over a broken page has not ended well.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type LaunchOptions, launchBrowser } from '../browser/launch-browser.ts';
import { type Line, layLine } from './line.ts';
import type { Office } from './system.ts';

/** Two cores serve browser, server and database: long enough for a slow moment, short enough to tell. */
const PATIENCE_MS = 20_000;

export type Tablet = {
  readonly profile: string;
  readonly line: Line;
  /** What pages threw, with the name of the tablet. */
  readonly faults: readonly string[];
  /** Opens the browser on the profile and the app at a path. */
  readonly open: (path?: string) => Promise<Page>;
  readonly context: () => BrowserContext;
  /** Closes the browser completely. */
  readonly close: () => Promise<void>;
  /** Ends the browser without a chance to finish anything, as an empty battery does. */
  readonly kill: () => Promise<void>;
};

export async function takeTablet(office: Office, name: string, options: LaunchOptions = {}): Promise<Tablet> {
  const profile = await mkdtemp(join(tmpdir(), 'taccuino-tablet-'));
  const line = await layLine(office.url);
  const faults: string[] = [];
  let context: BrowserContext | undefined;
  const close = async () => {
    await context?.close();
    context = undefined;
  };
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
      await takePictures(context, `${name} ${task.name}`);
    }
    await close();
    await line.cut();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    profile,
    line,
    faults,
    async open(path = '/') {
      context ??= await launchBrowser({ ...options, userDataDir: profile });
      context.setDefaultTimeout(PATIENCE_MS);
      context.on('weberror', (fault) => faults.push(`${name}: ${fault.error().stack ?? fault.error().message}`));
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(new URL(path, line.url).href);
      return page;
    },
    context() {
      if (context === undefined) throw new Error('the browser of this tablet is closed');
      return context;
    },
    close,
    async kill() {
      const dying = context;
      context = undefined;
      const page = dying?.pages()[0];
      if (dying === undefined || page === undefined) throw new Error('the browser of this tablet is closed');
      const chromium = await dying.newCDPSession(page);
      const dead = new Promise((resolve) => dying.once('close', resolve));
      // The answer never comes: who should give it is gone.
      chromium.send('Browser.crash').catch(() => undefined);
      await dead;
    },
  };
}

/** What was on the screens when a journey failed, as pictures in a temporary folder whose name is printed. */
async function takePictures(context: BrowserContext | undefined, title: string): Promise<void> {
  const folder = join(tmpdir(), 'taccuino-journey-pictures');
  await mkdir(folder, { recursive: true });
  for (const [index, page] of (context?.pages() ?? []).entries()) {
    const path = join(folder, `${title.replaceAll(/[^\w]+/g, '-').slice(0, 90)}-${index + 1}.png`);
    await page.screenshot({ path, timeout: 5_000 }).then(
      () => process.stderr.write(`On the screen at ${page.url()}: ${path}\n`),
      (error: unknown) => process.stderr.write(`No picture of ${page.url()}: ${String(error)}\n`),
    );
  }
}
