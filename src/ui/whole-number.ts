type Range = { min?: number | undefined; max?: number | undefined };

/** Reads a whole number within the range; undefined when the text is none. */
export function parseWholeNumber(text: string, { min, max }: Range): number | undefined {
  const plain = text.trim();
  // Nine digits: exact, and more than anything people count here.
  if (!/^-?\d{1,9}$/.test(plain)) return undefined;
  const number = Number(plain);
  if (min !== undefined && number < min) return undefined;
  if (max !== undefined && number > max) return undefined;
  return number;
}

/** One step up or down, kept in the range; from nothing it starts at the lower bound (or 0). */
export function steppedNumber(value: number | undefined, step: 1 | -1, { min, max }: Range): number {
  if (value === undefined) return min ?? 0;
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, value + step));
}
