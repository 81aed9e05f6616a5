import { expect, inject, test } from 'vitest';
import { killFiguresToLines, runKillDrill } from '../drill/kill-drill.ts';

/** `npm run drill` does the same a thousand times, with another seed. */
const KILLS = 50;

test(`22: after ${KILLS} kills of server, PostgreSQL and browser under load, everything that was told is there, once`, async () => {
  const figures = await runKillDrill({ template: inject('officeTemplate'), kills: KILLS, seed: 2026 });
  process.stdout.write(
    killFiguresToLines(figures)
      .map((line) => `${line}\n`)
      .join(''),
  );
  expect(figures.faults).toEqual([]);
  expect(figures.answeredChanges).toBeGreaterThan(KILLS);
  expect(figures.savedInBrowser).toBeGreaterThan(0);
  expect(Object.keys(figures.kills)).toEqual(
    expect.arrayContaining(['server', 'postmaster', 'backend', 'server and postmaster', 'browser']),
  );
}, 600_000);
