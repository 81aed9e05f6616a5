/** That this device was cleared, and how many attachments went with it, for whoever opens it next and wonders. It says nothing of anybody. */
const CLEARED_KEY = 'taccuino.cleared';

/** Undefined when it was not cleared. */
export function findCleared(): { readonly filesLost: number } | undefined {
  const note = orNothing(() => localStorage.getItem(CLEARED_KEY)) ?? null;
  return note === null ? undefined : { filesLost: Number(note) || 0 };
}
export const rememberCleared = (filesLost: number): void =>
  void orNothing(() => localStorage.setItem(CLEARED_KEY, `${filesLost}`));
export const forgetCleared = (): void => void orNothing(() => localStorage.removeItem(CLEARED_KEY));

/** Local storage may be switched off; it is then said only once. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
