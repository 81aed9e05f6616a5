/** Whoever holds it is the only one that touches this vault's place on the server. */
export const syncLockName = (vaultId: string): string => `taccuino-sync-${vaultId}`;

/** Whoever holds it carries this vault's files. */
export const filesLockName = (vaultId: string): string => `taccuino-files-${vaultId}`;

/** Runs `work` if nobody holds the lock now; gives whether it ran. */
export async function tryWithLock(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
    return lock !== null;
  });
}

/** A leader in the background is woken once a minute only (Chrome's intensive throttling), so three beats may be missed before it counts as frozen. */
const BEAT_MS = 20_000;
export const SILENT_MS_MAX = 200_000;

/** What a tab in line needs of its browser; `every` returns what ends it. */
export type LinePorts = {
  readonly locks: LockManager | undefined;
  readonly channel: (name: string) => BroadcastChannel;
  readonly every: (ms: number, work: () => void) => () => void;
  readonly nowMs: () => number;
  readonly isVisible: () => boolean;
};

const browserPorts = (): LinePorts => ({
  locks: 'locks' in navigator ? navigator.locks : undefined,
  channel: (name) => new BroadcastChannel(name),
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
  nowMs: () => performance.now(),
  isVisible: () => document.visibilityState === 'visible',
});

/**
 * One tab syncs: the holder of a Web Lock. The others wait in line and take over when it closes, crashes or is discarded; and a tab that
 * somebody looks at takes over from a frozen holder, which is one that was not heard for SILENT_MS_MAX. A holder that is thawed learns of it
 * by `released`. Where the browser has no locks every tab syncs; the server applies each change once, so that only costs traffic.
 * Resolves when the work is over, with whether another tab took over.
 */
export async function leadWithLock(
  name: string,
  work: (released: AbortSignal) => Promise<void>,
  ports: LinePorts = browserPorts(),
): Promise<'over' | 'taken-over'> {
  const { locks, every } = ports;
  const released = new AbortController();
  if (locks === undefined) return work(released.signal).then(() => 'over');
  const beats = ports.channel(`${name}-beat`);
  const silence = listenForSilence(beats, ports);
  let isHeld = false;
  const hold = async () => {
    isHeld = true;
    silence.stop();
    const beat = () => beats.postMessage('here');
    beat();
    const stopBeating = every(BEAT_MS, beat);
    await work(released.signal);
    stopBeating();
  };
  const standInLine = (options: LockOptions) =>
    locks.request(name, options, hold).catch((error: unknown) => {
      if (!isAbort(error)) throw error;
      // Either nobody was heard, or another tab took the lock from this one, whose work still runs.
      if (isHeld) released.abort();
    });
  try {
    await standInLine({ signal: silence.signal });
    if (!isHeld) await standInLine({ steal: true });
  } finally {
    silence.stop();
    beats.close();
  }
  return released.signal.aborted ? 'taken-over' : 'over';
}

/** `signal` aborts once nobody was heard for too long by a tab that was awake and looked at all the while. */
function listenForSilence(beats: BroadcastChannel, { every, nowMs, isVisible }: LinePorts) {
  const silent = new AbortController();
  let heardMs = nowMs();
  let awakeMs = heardMs;
  beats.onmessage = () => {
    heardMs = nowMs();
  };
  const stop = every(BEAT_MS, () => {
    const now = nowMs();
    if (now - awakeMs > 2 * BEAT_MS || !isVisible()) heardMs = now;
    awakeMs = now;
    if (now - heardMs > SILENT_MS_MAX) silent.abort();
  });
  return { signal: silent.signal, stop };
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
