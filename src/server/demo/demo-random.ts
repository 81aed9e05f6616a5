import { v7 } from 'uuid';
import { Id } from '../../domain/primitives.ts';

/** Chance with a seed, so that two demonstrations are the same: mulberry32 (public domain, Tommy Ettinger). */
export type DemoRandom = {
  readonly next: () => number;
  readonly whole: (min: number, max: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  readonly some: <T>(from: readonly T[], count: number) => T[];
  readonly isTrue: (probability: number) => boolean;
  /** A UUIDv7 of that moment. */
  readonly id: (atMs: number) => Id;
};

export function createDemoRandom(seed: number): DemoRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    some(from, count) {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(whole(0, left.length - 1), 1),
      ).flat();
    },
    isTrue: (probability) => next() < probability,
    id: (atMs) => Id.parse(v7({ msecs: atMs, random: Uint8Array.from({ length: 16 }, () => whole(0, 255)) })),
  };
}
