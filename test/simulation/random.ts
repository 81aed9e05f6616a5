/** Randomness from one number: the same seed gives the same numbers for ever, on every machine (sfc32, seeded by splitmix32). */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, below). */
  readonly below: (below: number) => number;
  /** A whole number in [from, to]. */
  readonly between: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  /** By weight. */
  readonly weighted: <T extends string>(weights: Readonly<Record<T, number>>) => T;
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
  /** Another stream of numbers, so that one more draw here changes nothing there. */
  readonly fork: (name: string) => Random;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const splitmix = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let [a, b, c, counter] = [splitmix(), splitmix(), splitmix(), 1];
  const word = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) word();

  const random: Random = {
    next: () => word() / 2 ** 32,
    below: (below) => Math.floor((word() / 2 ** 32) * below),
    between: (from, to) => from + random.below(to - from + 1),
    chance: (probability) => random.next() < probability,
    pick: (list) => list[random.below(list.length)],
    weighted(weights) {
      const entries = Object.entries<number>(weights);
      let rest = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        rest -= weight;
        if (rest < 0) return name as keyof typeof weights;
      }
      return entries.at(-1)?.[0] as keyof typeof weights;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => word() & 0xff),
    fork: (name) =>
      createRandom([...name].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 16777619), word())),
  };
  return random;
}
