import { expect, test } from 'vitest';
import { AGAIN_MS, createOnce } from '../../src/ui/use-once.ts';

test('work runs once at a time, and for a double tap only when that is over', async () => {
  let now = 0;
  let runs = 0;
  const once = createOnce(() => now);
  const work = Promise.withResolvers<void>();
  const tap = (mayBeSameTap = true) =>
    once(() => {
      runs += 1;
      return work.promise;
    }, mayBeSameTap);
  tap(false);
  tap();
  expect(runs, 'while it is under way').toBe(1);
  now = 60;
  work.resolve();
  await new Promise(setImmediate);
  now += AGAIN_MS - 1;
  tap();
  expect(runs, 'right behind it').toBe(1);
  tap(false);
  expect(runs, 'another tap right behind it').toBe(2);
  await new Promise(setImmediate);
  now += AGAIN_MS - 1;
  now += 1;
  tap();
  expect(runs, 'later').toBe(3);
});

test('taps that give no promise all count', () => {
  let taps = 0;
  const once = createOnce(() => 0);
  for (let tap = 0; tap < 3; tap += 1) {
    once(() => {
      taps += 1;
    });
  }
  expect(taps).toBe(3);
});
