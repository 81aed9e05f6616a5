import type { Scheduler, SimProcess } from './scheduler.ts';

/** The Web Locks of one browser: held until the work ends or the tab dies, then the next in line. */
export type WebLocks = {
  /** Runs `work` if nobody holds the lock now; gives whether it ran. */
  readonly hold: (name: string, process: SimProcess, work: () => Promise<void>) => Promise<boolean>;
  readonly lead: (name: string, process: SimProcess, work: (released: AbortSignal) => Promise<void>) => Promise<void>;
};

export function createWebLocks({ soon }: Pick<Scheduler, 'soon'>): WebLocks {
  const lines = new Map<string, { process: SimProcess; begin: () => void }[]>();
  const never = new AbortController().signal;

  const locks: WebLocks = {
    async hold(name, process, work) {
      if ((lines.get(name)?.length ?? 0) > 0) return false;
      await locks.lead(name, process, work);
      return true;
    },
    lead(name, process, work) {
      return new Promise((resolve) => {
        const line = lines.get(name) ?? [];
        lines.set(name, line);
        const waiting = {
          process,
          begin: () =>
            soon(() => {
              void work(never).finally(() => {
                leave();
                resolve();
              });
            }, process),
        };
        const leave = () => {
          const index = line.indexOf(waiting);
          if (index < 0) return;
          line.splice(index, 1);
          if (index === 0) line[0]?.begin();
        };
        process.onDeath.push(leave);
        line.push(waiting);
        if (line[0] === waiting) waiting.begin();
      });
    },
  };
  return locks;
}
