// The device side: each measure runs ours and the floor in turn, so that a busy machine is busy for both.

import { type BenchBrowser, SPEEDS, type Speed } from './bench-browser.ts';
import { atMost, type Measured, quantile } from './figures.ts';
import type { BenchOptions } from './options.ts';

export type DevicePlan = BenchOptions & {
  readonly browser: BenchBrowser;
  readonly code: string;
  readonly jsonPath: string;
  readonly jsonBytes: number;
};

const SAVES = 60;
const PUSHED = 1_000;
const QUERIES = 40;
const MANY_PEOPLE = 50_000;

const PULL_FLOOR = 'one fetch of the same JSON and one raw IndexedDB row a record, plain, in one transaction';

export async function measurePull({ browser, code, records, jsonPath, runs }: DevicePlan): Promise<Measured[]> {
  return atBothSpeeds(async (speed) => {
    const { ours, floor } = await inTurn(runs, {
      ours: () => freshly(browser, speed, () => browser.call('pullAll', { code, count: records })),
      floor: () => freshly(browser, speed, () => browser.call('floorPull', { path: jsonPath, count: records })),
    });
    return [
      {
        what: `first pull of ${amount(records)}, ${speed.name}`,
        unit: 'ms',
        ours,
        floor: { what: PULL_FLOOR, values: floor },
        target: { words: '≤ 0.25 × floor', isMet: (_, ratio) => ratio <= 0.25 },
      },
    ];
  });
}

export async function measureUnlock(plan: DevicePlan): Promise<Measured[]> {
  const { browser, records, runs } = plan;
  await preparePull(plan);
  return atBothSpeeds(async (speed) => {
    const { ours, floor } = await inTurn(runs, {
      ours: () => freshly(browser, speed, () => browser.call('unlock', { count: records })),
      floor: () => freshly(browser, speed, () => browser.call('floorUnlock', { count: records })),
    });
    return [
      {
        what: `unlock ${amount(records)} to searchable, ${speed.name}`,
        unit: 'ms',
        ours: ours.map(({ searchable }) => searchable),
        floor: { what: 'raw IndexedDB getAll of plain rows, into the same search', values: floor },
        ...(speed.name === 'tablet' && { target: atMost(400, 'ms') }),
      },
      { what: `  of it to records in memory, ${speed.name}`, unit: 'ms', ours: ours.map(({ opened }) => opened) },
    ];
  });
}

export async function measureSave(plan: DevicePlan): Promise<Measured[]> {
  const { browser, runs } = plan;
  await preparePull(plan);
  return atBothSpeeds(async (speed) => {
    const { ours, floor } = await inTurn(runs, {
      ours: async () => {
        const tookMs = await freshly(browser, speed, () => browser.call('save', { count: SAVES }));
        await freshly(browser, SPEEDS[0], () => browser.call('drain', undefined));
        return tookMs;
      },
      floor: () => freshly(browser, speed, () => browser.call('floorSave', { count: SAVES })),
    });
    const share = (name: string, at: number) => ({
      what: `durable save ${name}, ${speed.name}`,
      unit: 'ms' as const,
      ours: ours.map((tookMs) => quantile(tookMs, at)),
      floor: {
        what: 'one raw put in a strict transaction, plain',
        values: floor.map((tookMs) => quantile(tookMs, at)),
      },
    });
    const target =
      speed.name === 'tablet'
        ? atMost(50, 'ms')
        : { words: '≤ 1.5 × floor', isMet: (_: number, ratio: number) => ratio <= 1.5 };
    return [share('p50', 0.5), { ...share('p95', 0.95), target }];
  });
}

export async function measurePush(plan: DevicePlan): Promise<Measured[]> {
  const { browser, runs } = plan;
  await preparePull(plan);
  return atBothSpeeds(async (speed) => {
    const { ours, floor } = await inTurn(runs, {
      ours: async () => {
        await freshly(browser, SPEEDS[0], () => browser.call('queue', { count: PUSHED }));
        await browser.setSpeed(speed);
        return browser.call('push', undefined);
      },
      floor: () => freshly(browser, speed, () => browser.call('floorPush', { count: PUSHED })),
    });
    return [
      {
        what: `push of ${amount(PUSHED)} queued, ${speed.name}`,
        unit: 'ms',
        ours,
        floor: {
          what: 'the same rows read, taken away and kept again in raw IndexedDB, without a server',
          values: floor,
        },
      },
    ];
  });
}

export async function measureSearch({ browser, runs }: DevicePlan): Promise<Measured[]> {
  return atBothSpeeds(async (speed) => {
    await browser.reload(SPEEDS[0]);
    await browser.call('loadPeople', { count: MANY_PEOPLE });
    await browser.setSpeed(speed);
    const { ours, floor } = await inTurn(runs, {
      ours: async () => quantile(await browser.call('search', { queries: QUERIES }), 0.95),
      floor: async () => quantile(await browser.call('searchPlainly', { queries: QUERIES }), 0.95),
    });
    const duplicates: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      duplicates.push(quantile(await browser.call('checkDuplicates', { queries: QUERIES }), 0.95));
    }
    const isTablet = speed.name === 'tablet';
    return [
      {
        what: `keystroke in ${amount(MANY_PEOPLE)} people p95, ${speed.name}`,
        unit: 'ms',
        ours,
        floor: { what: 'names that contain what was typed, letter for letter', values: floor },
        target: atMost(isTablet ? 50 : 16, 'ms'),
      },
      {
        what: `duplicate check against ${amount(MANY_PEOPLE)} p95, ${speed.name}`,
        unit: 'ms',
        ours: duplicates,
        ...(isTablet && { target: atMost(50, 'ms') }),
      },
    ];
  });
}

export async function measureStorage(plan: DevicePlan): Promise<Measured[]> {
  const { browser, jsonBytes, records } = plan;
  await preparePull(plan);
  const bytes = await freshly(browser, SPEEDS[0], () => browser.call('sealedBytes', undefined));
  return [
    {
      what: `storage of ${amount(records)} sealed`,
      unit: 'kB',
      ours: [bytes / 1_000],
      floor: {
        what: `the JSON of the records, ${Math.round(jsonBytes / records)} bytes each`,
        values: [jsonBytes / 1_000],
      },
      target: { words: '≤ 0.6 × floor', isMet: (_, ratio) => ratio <= 0.6 },
    },
  ];
}

/** A device and a floor that hold everything. */
async function preparePull({ browser, code, records, jsonPath }: DevicePlan): Promise<void> {
  await freshly(browser, SPEEDS[0], () => browser.call('pullAll', { code, count: records }));
  await freshly(browser, SPEEDS[0], () => browser.call('floorPull', { path: jsonPath, count: records }));
}

async function freshly<T>(browser: BenchBrowser, speed: Speed, measure: () => Promise<T>): Promise<T> {
  await browser.reload(speed);
  return measure();
}

async function inTurn<Ours, Floor>(
  runs: number,
  sides: { readonly ours: () => Promise<Ours>; readonly floor: () => Promise<Floor> },
): Promise<{ ours: Ours[]; floor: Floor[] }> {
  const ours: Ours[] = [];
  const floor: Floor[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await sides.ours());
    floor.push(await sides.floor());
  }
  return { ours, floor };
}

async function atBothSpeeds(measure: (speed: Speed) => Promise<Measured[]>): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const speed of SPEEDS) measured.push(...(await measure(speed)));
  return measured;
}

const amount = (count: number): string => count.toLocaleString('en');
