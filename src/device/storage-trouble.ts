import { err, ok, type Result } from '../domain/result.ts';
import type { StorageTrouble } from './open-vault.ts';

/** Runs database work. What the browser's storage may refuse becomes data; everything else is a bug and throws on. */
export async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T, StorageTrouble>> {
  try {
    return ok(await work());
  } catch (error) {
    const type = findTroubleType(error);
    if (type === undefined) throw error;
    return err({ type });
  }
}

/** By the names that the browser (DOMException) and Dexie give; a wrapped error is looked at from the inside first. */
const TROUBLE_BY_ERROR_NAME: Readonly<Record<string, StorageTrouble['type']>> = {
  QuotaExceededError: 'QuotaExceeded',
  // Another tab wants a newer version, the browser closed the database, or its files are broken.
  DatabaseClosedError: 'DatabaseUnavailable',
  InvalidStateError: 'DatabaseUnavailable',
  MissingAPIError: 'DatabaseUnavailable',
  NotFoundError: 'DatabaseUnavailable',
  NotReadableError: 'DatabaseUnavailable',
  OpenFailedError: 'DatabaseUnavailable',
  SecurityError: 'DatabaseUnavailable',
  TimeoutError: 'DatabaseUnavailable',
  TransactionInactiveError: 'DatabaseUnavailable',
  UnknownError: 'DatabaseUnavailable',
  // Without a reason inside: the browser gave the transaction up, for instance because the tab was frozen.
  AbortError: 'DatabaseUnavailable',
};

/** Errors wrap errors at most this deep; a bound because `inner` might point in a circle. */
const NESTING_MAX = 5;

function findTroubleType(error: unknown, depth = 0): StorageTrouble['type'] | undefined {
  if (typeof error !== 'object' || error === null || depth > NESTING_MAX) return undefined;
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  const inside = [inner, ...(Array.isArray(failures) ? failures : [])];
  for (const one of inside) {
    const found = findTroubleType(one, depth + 1);
    if (found !== undefined) return found;
  }
  return typeof name === 'string' && Object.hasOwn(TROUBLE_BY_ERROR_NAME, name)
    ? TROUBLE_BY_ERROR_NAME[name]
    : undefined;
}
