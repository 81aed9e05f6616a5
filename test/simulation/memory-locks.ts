import type { Scheduler } from './scheduler.ts';

/** Row locks with a queue each. Who waits too long has met a ring of waiters and starts again, as PostgreSQL's deadlock check has it. */
export class LostRace extends Error {}

const DEADLOCK_MS = 8_000;

type Waiter = { readonly holder: object; readonly take: () => void };

export function createLocks({ after, soon }: Pick<Scheduler, 'after' | 'soon'>) {
  let holders = new Map<string, object>();
  let queues = new Map<string, Waiter[]>();

  return {
    take(holder: object, name: string): Promise<void> {
      const held = holders.get(name);
      if (held === holder) return Promise.resolve();
      if (held === undefined) {
        holders.set(name, holder);
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const cancel = after(DEADLOCK_MS, () => {
          queues.set(
            name,
            (queues.get(name) ?? []).filter((other) => other !== waiter),
          );
          reject(new LostRace());
        });
        const waiter: Waiter = {
          holder,
          take() {
            cancel();
            holders.set(name, holder);
            soon(resolve);
          },
        };
        queue.push(waiter);
      });
    },
    release(holder: object): void {
      for (const [name, held] of [...holders]) {
        if (held !== holder) continue;
        holders.delete(name);
        queues.get(name)?.shift()?.take();
      }
    },
    /** The database lost all its connections. */
    forget(): void {
      holders = new Map();
      queues = new Map();
    },
  };
}
