// The drill of failure-modes line 22: while devices write, parts of the system are killed at random moments, again and again, and
// start again by themselves. In the end everything that anybody was told has to be there, once.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deriveRoot } from '../../src/server/derive-root.ts';
import { loginSalt, rootToLoginSecret } from '../../src/vault/password-root.ts';
import { builtApp, copyAsIs, type OfficeTemplate, PASSWORD, PEOPLE } from '../journeys/system.ts';
import { type BrowserWorker, createBrowserWorker } from './browser-worker.ts';
import { compareWithDatabase } from './compare.ts';
import { type KeptServer, keepServer, SERVER_PARTS } from './kept-server.ts';
import { createRandom } from './random.ts';
import { createWriter, type Writer } from './writer.ts';

export type KillDrill = {
  /** A data folder that is complete but not running; the drill works on a copy. */
  readonly template: OfficeTemplate;
  readonly kills: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
};

export type KillFigures = {
  readonly kills: Readonly<Record<string, number>>;
  /** From a kill until the server served again; not of those that were struck once more meanwhile. */
  readonly servingAgainMs: readonly number[];
  readonly answeredChanges: number;
  readonly resentPushes: number;
  readonly savedInBrowser: number;
  /** What must never happen, in words. */
  readonly faults: readonly string[];
};

/** Each of two workers on two devices. */
const DEVICES = [PEOPLE.marta, PEOPLE.marta, PEOPLE.dario, PEOPLE.dario];
/** Every so many kills it is the browser's turn, which takes seconds to come back. */
const BROWSER_EVERY = 12;
/** How long the system may work before it is struck again: from hardly at all to some dozens of commits. */
const CALM_MAX_MS = 700;
/** Some kills strike a system that has not come back from the one before. */
const STRUCK_TWICE = 0.2;
const COMING_BACK_MS = 500;

export async function runKillDrill({ template, kills, seed, say = () => undefined }: KillDrill): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-drill-'));
  const data = join(folder, 'data');
  await copyAsIs(join(template.folder, 'data'), data);
  const server = await keepServer({ data, app: builtApp });
  let browser: BrowserWorker | undefined;
  try {
    await server.untilServing();
    const writers = await openDevices(server.url, template.code);
    browser = kills >= BROWSER_EVERY ? await createBrowserWorker(server.url, template.code) : undefined;
    const struck = await strikeWhileWriting({ server, writers, browser, seed, kills, say });
    await browser?.settle();
    for (const writer of writers) await writer.compareReceipt();
    await server.stop();
    const { begun = [], saved = [], faults = [] } = browser ?? {};
    return {
      ...struck,
      answeredChanges: writers.reduce((sum, { toldById }) => sum + toldById.size, 0),
      resentPushes: writers.reduce((sum, { resent }) => sum + resent(), 0),
      savedInBrowser: saved.length,
      faults: [
        ...writers.flatMap((writer) => writer.faults),
        ...faults,
        ...(await compareWithDatabase(data, { writers, begun, saved })),
      ],
    };
  } finally {
    await browser?.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Strikes = {
  readonly server: KeptServer;
  readonly writers: readonly Writer[];
  readonly browser: BrowserWorker | undefined;
  readonly seed: number;
  readonly kills: number;
  readonly say: (line: string) => void;
};

async function strikeWhileWriting({ server, writers, browser, seed, kills, say }: Strikes) {
  let isOver = false;
  const random = createRandom(seed);
  const workers = [...writers, ...(browser === undefined ? [] : [browser])];
  const working = workers.map((one, index) => one.work(createRandom(seed + index + 1), () => isOver));
  const hasFault = () => workers.some((one) => one.faults.length > 0);
  let browserDue = BROWSER_EVERY;
  const counts: Record<string, number> = {};
  const servingAgainMs: number[] = [];
  const count = (part: string) => {
    counts[part] = (counts[part] ?? 0) + 1;
  };
  const strikeServer = async () => {
    const part = SERVER_PARTS[random.below(SERVER_PARTS.length)] ?? 'server';
    count(part);
    return server.strike(part, random);
  };
  for (let kill = 1; kill <= kills && !hasFault(); kill += 1) {
    await sleep(random.below(CALM_MAX_MS));
    if (browser !== undefined && kill >= browserDue && (await browser.strike())) {
      browserDue += BROWSER_EVERY;
      count('browser');
    } else if (kill < kills && random.chance(STRUCK_TWICE)) {
      kill += 1;
      await Promise.all([strikeServer(), sleep(random.below(COMING_BACK_MS)).then(strikeServer)]);
    } else servingAgainMs.push(await strikeServer());
    if (kill % 50 === 0) say(`${kill} of ${kills} kills`);
  }
  isOver = true;
  await Promise.all(working);
  return { kills: counts, servingAgainMs };
}

export async function openDevices(url: string, code: string): Promise<Writer[]> {
  const secrets = new Map<string, string>();
  for (const { username } of DEVICES) {
    if (secrets.has(username)) continue;
    const root = await deriveRoot({
      password: PASSWORD,
      salt: await loginSalt({ municipality: 'c_d969', username }),
    });
    secrets.set(username, await rootToLoginSecret(root));
  }
  return Promise.all(
    DEVICES.map(({ username }) => createWriter(url, { code, username, secret: secrets.get(username) ?? '' })),
  );
}

export function killFiguresToLines(figures: KillFigures): string[] {
  const { kills, servingAgainMs, answeredChanges, resentPushes, savedInBrowser, faults } = figures;
  const sorted = servingAgainMs.toSorted((one, other) => one - other);
  const [median = 0, max = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((ms) => ms ?? 0);
  return [
    `killed: ${Object.entries(kills)
      .map(([part, count]) => `${part} ${count}`)
      .join(', ')}`,
    `serving again after ${Math.round(median)} ms (median), ${Math.round(max)} ms at most`,
    `answered changes ${answeredChanges}, pushes sent again ${resentPushes}, saved in the browser ${savedInBrowser}`,
    faults.length === 0 ? 'everything that was told is there, once' : `WRONG, ${faults.length} things:`,
    ...faults.slice(0, FAULTS_SHOWN_MAX),
  ];
}

const FAULTS_SHOWN_MAX = 20;
