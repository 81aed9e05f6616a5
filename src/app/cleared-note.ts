/** That this device was cleared, for whoever opens it next and wonders. It says nothing of anybody. */
const CLEARED_KEY = 'taccuino.cleared';

export const wasCleared = (): boolean => orNothing(() => localStorage.getItem(CLEARED_KEY) !== null) ?? false;
export const rememberCleared = (): void => void orNothing(() => localStorage.setItem(CLEARED_KEY, 'yes'));
export const forgetCleared = (): void => void orNothing(() => localStorage.removeItem(CLEARED_KEY));

/** Local storage may be switched off; it is then said only once. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
