// Sets the stage once, runs what was asked for, and leaves nothing behind.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchBrowser } from './bench-browser.ts';
import { createPeopleFields } from './bench-data.ts';
import { openOffice } from './bench-office.ts';
import { startBenchServer } from './bench-server.ts';
import { buildPage } from './build-page.ts';
import {
  type DevicePlan,
  measurePull,
  measurePush,
  measureSave,
  measureSearch,
  measureStorage,
  measureUnlock,
} from './device-measures.ts';
import type { Measured } from './figures.ts';
import { fillCity } from './fill-city.ts';
import type { BenchName, BenchOptions } from './options.ts';
import { measureServer } from './server-measures.ts';

const CITY = 'c_d969';
const SEARCHED_PEOPLE = 50_000;
const SEARCH_SEED = 7;

const DEVICE_MEASURES = {
  pull: measurePull,
  unlock: measureUnlock,
  storage: measureStorage,
  save: measureSave,
  push: measurePush,
  search: measureSearch,
} as const satisfies Record<Exclude<BenchName, 'server'>, (plan: DevicePlan) => Promise<Measured[]>>;

/** `tell` hears what is being done; a whole run takes minutes. */
export async function runBench(options: BenchOptions, tell: (line: string) => void): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-bench-'));
  const endings: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    return await runIn({ data: join(folder, 'data'), app: join(folder, 'app') }, options, tell, endings);
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

async function runIn(
  folders: { readonly data: string; readonly app: string },
  options: BenchOptions,
  tell: (line: string) => void,
  endings: (() => Promise<void>)[],
): Promise<Measured[]> {
  tell('building the page');
  await buildPage(folders.app);
  tell(`filling a city with ${options.records} records`);
  const { code, json } = await prepareCity(folders, options.records);
  await writeFile(join(folders.app, 'records.json'), json);
  await writeFile(
    join(folders.app, 'search-people.json'),
    JSON.stringify(createPeopleFields(SEARCH_SEED, SEARCHED_PEOPLE)),
  );
  // Again, because a server reads the files of its app when it starts.
  const server = await startBenchServer(folders);
  endings.push(server.stop);
  const office = await openOffice(folders.data);
  endings.push(office.close);
  const browser = await openBenchBrowser(server.url);
  endings.push(browser.close);
  const jsonBytes = Buffer.byteLength(json);
  const plan = { ...options, browser, code, jsonPath: '/records.json', jsonBytes, url: server.url, office, city: CITY };
  const measured: Measured[] = [];
  for (const name of options.names) {
    tell(`measuring ${name}`);
    measured.push(...(await (name === 'server' ? measureServer(plan) : DEVICE_MEASURES[name](plan))));
  }
  return measured;
}

async function prepareCity(
  folders: { readonly data: string; readonly app: string },
  records: number,
): Promise<{ code: string; json: string }> {
  const server = await startBenchServer(folders);
  try {
    const office = await openOffice(folders.data);
    try {
      const code = await office.openCity(CITY);
      return { code, json: await fillCity(server.url, code, records) };
    } finally {
      await office.close();
    }
  } finally {
    await server.stop();
  }
}
