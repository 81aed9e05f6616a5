/** The answers one gives most often, so that they can stand first. Ties keep the usual order, and so does what was never used. */
export function rankByUse<Code extends string>(
  used: Iterable<Code>,
  usual: readonly Code[],
  countMax: number,
): readonly Code[] {
  const uses = new Map<Code, number>();
  for (const code of used) uses.set(code, (uses.get(code) ?? 0) + 1);
  const candidates = [...new Set([...usual, ...uses.keys()])];
  return candidates.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0)).slice(0, countMax);
}
