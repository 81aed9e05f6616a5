/** One line of a journey: what fails says in which line it failed. */
export async function step<Value>(line: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${line}: ${message}`, { cause: error });
  }
}

/** For the reader of the log only: speed is measured by the bench and never asserted here. */
export function noteSeconds(what: string, sinceMs: number): void {
  process.stdout.write(`${what}: ${((Date.now() - sinceMs) / 1000).toFixed(1)} s\n`);
}
