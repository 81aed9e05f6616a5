/** A shared tablet left on a table locks itself. Drafts are kept, so a form in use goes on after unlocking. */
export const AUTO_LOCK_MS = 15 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `lock` when nobody touched the app for AUTO_LOCK_MS, also when the device slept meanwhile. */
export function startAutoLock(lock: () => void): () => void {
  let lastMs = Date.now();
  const touch = () => {
    lastMs = Date.now();
  };
  const check = () => {
    if (Date.now() - lastMs >= AUTO_LOCK_MS) lock();
  };
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true });
  document.addEventListener('visibilitychange', check);
  const timer = setInterval(check, 30_000);
  return () => {
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch);
    document.removeEventListener('visibilitychange', check);
    clearInterval(timer);
  };
}
