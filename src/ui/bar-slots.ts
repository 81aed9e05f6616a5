/**
 * Which places of the frame stand in the bottom bar and which wait behind "More". The bar has five slots at most: with the round
 * button in the middle, two before it, one after it and "More"; without it, four and "More". "More" is always there, because the
 * account lives in it.
 */
export function barSlots<T>(items: readonly T[], hasPrimaryAction: boolean): { before: T[]; after: T[]; more: T[] } {
  const inBar = hasPrimaryAction ? 3 : 4;
  return { before: items.slice(0, 2), after: items.slice(2, inBar), more: items.slice(inBar) };
}
