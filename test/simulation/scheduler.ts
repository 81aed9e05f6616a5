import { setImmediate } from 'node:timers';
import type { Random } from './random.ts';

/**
 * The event loop of the simulated world: one list of tasks in virtual time, and every task belongs to a process (a tab, a server).
 * A process that died runs nothing any more; a frozen one runs what it missed when it is thawed. Between two tasks all microtasks are
 * done, as in a browser, and they belong to the process of the task before.
 */
export type SimProcess = {
  readonly name: string;
  isDead: boolean;
  isFrozen: boolean;
  /** Tasks of one process keep their order; only what different processes do is shuffled. */
  lastAtMs: number;
  /** It dies at so many boundaries (storage, cipher, network) from now. */
  diesIn: number | undefined;
  readonly onDeath: (() => void)[];
  readonly missed: Task[];
};
type Task = { readonly atMs: number; readonly order: number; readonly process: SimProcess; readonly work: () => void };

export const createProcess = (name: string): SimProcess => ({
  name,
  isDead: false,
  isFrozen: false,
  lastAtMs: 0,
  diesIn: undefined,
  onDeath: [],
  missed: [],
});

export type Scheduler = {
  readonly world: SimProcess;
  readonly nowMs: () => number;
  readonly current: () => SimProcess;
  /** The rest of this task, and its microtasks, belong to `process`. */
  readonly enter: (process: SimProcess) => void;
  /** As soon as possible, in the order of the process, with a little jitter. */
  readonly soon: (work: () => void, process?: SimProcess) => void;
  readonly after: (ms: number, work: () => void, process?: SimProcess) => () => void;
  readonly runFor: (ms: number) => Promise<void>;
  readonly kill: (process: SimProcess) => void;
  readonly thaw: (process: SimProcess) => void;
  /** A place where a process may die: true when it just did (or is dead), and must not go on. */
  readonly boundary: (what: string, process?: SimProcess) => boolean;
  readonly onBoundary: (listener: (what: string, process: SimProcess) => void) => void;
  readonly tasksRun: () => number;
};

/** More tasks than any seed needs: something turns in circles. */
const TASKS_MAX = 80_000;
const START_MS = Date.parse('2026-11-23T08:00:00.000Z');

/** A round of Node's event loop asks the system for news, and none comes to a simulated world: so many turns share one. */
const TURNS_A_ROUND = 32;

/** Takes turns until one says that it was the last. All microtasks are done between two of them. */
function turns(take: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (hear: () => void) => {
      isOver = true;
      hear();
    };
    const turn = () => {
      if (isOver) return;
      try {
        if (!take()) end(resolve);
      } catch (error) {
        end(() => reject(error));
      }
    };
    const round = () => {
      if (isOver) return;
      // Not the global one, which is a stand-in by now.
      for (let count = 0; count < TURNS_A_ROUND; count++) setImmediate(turn);
      setImmediate(round);
    };
    round();
  });
}

export function createScheduler(random: Random): Scheduler {
  const heap: Task[] = [];
  const listeners: ((what: string, process: SimProcess) => void)[] = [];
  const world = createProcess('world');
  let nowMs = START_MS;
  let order = 0;
  let current = world;
  let tasksRun = 0;

  const scheduler: Scheduler = {
    world,
    nowMs: () => nowMs,
    current: () => current,
    enter(process) {
      current = process;
    },
    soon(work, process = current) {
      const jitterMs = random.chance(0.3) ? random.below(4) : 0;
      const atMs = Math.max(process.lastAtMs, nowMs + jitterMs);
      process.lastAtMs = atMs;
      push({ atMs, order: order++, process, work });
    },
    after(ms, work, process = current) {
      let isCancelled = false;
      push({ atMs: nowMs + Math.max(0, ms), order: order++, process, work: () => isCancelled || work() });
      return () => {
        isCancelled = true;
      };
    },
    runFor(ms) {
      const untilMs = nowMs + ms;
      return turns(() => {
        const task = nextTask(untilMs);
        if (task === undefined) {
          nowMs = untilMs;
          current = world;
          return false;
        }
        nowMs = Math.max(nowMs, task.atMs);
        tasksRun += 1;
        if (tasksRun > TASKS_MAX) throw new Error(`the world turns in circles: ${TASKS_MAX} tasks`);
        current = task.process;
        task.work();
        return true;
      });
    },
    kill(process) {
      if (process.isDead) return;
      process.isDead = true;
      for (const hear of process.onDeath.splice(0)) hear();
    },
    thaw(process) {
      process.isFrozen = false;
      for (const task of process.missed.splice(0)) push({ ...task, atMs: Math.max(task.atMs, nowMs) });
    },
    boundary(what, process = current) {
      if (process.isDead) return true;
      for (const listener of listeners) listener(what, process);
      if (process.diesIn !== undefined) {
        process.diesIn -= 1;
        if (process.diesIn <= 0) scheduler.kill(process);
      }
      return process.isDead;
    },
    onBoundary: (listener) => listeners.push(listener),
    tasksRun: () => tasksRun,
  };
  return scheduler;

  /** Passes over what is dead, and puts aside what is frozen. */
  function nextTask(untilMs: number): Task | undefined {
    for (let next = heap[0]; next !== undefined && next.atMs <= untilMs; next = heap[0]) {
      const task = pop();
      if (task === undefined || task.process.isDead) continue;
      if (!task.process.isFrozen) return task;
      task.process.missed.push(task);
    }
    return undefined;
  }

  function isBefore(one: Task, other: Task): boolean {
    return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
  }

  function push(task: Task): void {
    let index = heap.push(task) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(task, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = task;
  }

  function pop(): Task | undefined {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let smaller = left;
      if (right !== undefined && isBefore(right, left)) {
        child += 1;
        smaller = right;
      }
      if (!isBefore(smaller, last)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
    return top;
  }
}
