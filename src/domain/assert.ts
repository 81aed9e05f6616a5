/** Throws when `condition` does not hold: the caller has a bug. Never used on what comes from outside. */
export function assert(condition: unknown, message: string, value?: unknown): asserts condition {
  if (!condition) throw new Error(value === undefined ? message : `${message}: ${JSON.stringify(value)}`);
}

/** Marks the end of a `switch` over a closed set; a new member becomes a type error here. */
export function exhaustive(value: never): never {
  throw new Error(`Unexpected member of a closed set: ${JSON.stringify(value)}`);
}
