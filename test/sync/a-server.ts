import { err, ok, type Result } from '../../src/domain/result.ts';
import type { ReturnedChange } from '../../src/protocol/attention.ts';
import type { ReceiptResponse } from '../../src/protocol/receipt.ts';
import { createSync, type SyncPorts } from '../../src/sync/create-sync.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import type { ServerPort } from '../../src/sync/server-port.ts';
import { createWorkplace, must, PASSWORD, rootOf } from '../device/a-device.ts';
import { createManualTimers } from '../world/manual-timers.ts';

/** A server that answers only when a test lets it, before a real vault: for what happens between a question and its answer. */
export type Question = {
  readonly what: 'push' | 'pull' | 'receipt' | 'renew';
  readonly seqs: readonly number[];
  readonly accept: () => Promise<void>;
  readonly fail: (failure: SyncFailure) => Promise<void>;
};

/** Five seconds for what has to come, however busy the machine; a part of one for what does not come to a machine that was stopped. */
const TRIES_MAX = 1_000;
const TRIES_AFTER_ANSWER_MAX = 60;
const EPOCH = '0b8e3c0e-5d3e-4b0e-9d0c-1f2f3a4b5c6d';

export async function createBench(place?: Awaited<ReturnType<typeof createWorkplace>>) {
  const { vault, store, ...workplace } = place ?? (await createWorkplace());
  must(await store.saveSessionToken('token'));
  const timers = createManualTimers(Date.parse('2026-11-23T09:00:00.000Z'));
  const questions: Question[] = [];
  const faults: unknown[] = [];
  const listening: AbortSignal[] = [];
  /** Registering and what was sent back are answered at once, so that a round stays push, pull, receipt where they are not the point. */
  const registered: string[] = [];
  const taken: string[] = [];
  const wish: { registering: SyncFailure | undefined; returned: ReturnedChange[] } = {
    registering: undefined,
    returned: [],
  };
  const server: ServerPort = {
    async register(_, vaultId) {
      registered.push(vaultId);
      return wish.registering === undefined ? ok(undefined) : err(wish.registering);
    },
    returned: async () => ok({ changes: wish.returned }),
    async takeReturned(_, changeIds) {
      taken.push(...changeIds);
      return ok(undefined);
    },
    standing: async () => ok({ standings: [], records: [] }),
    push: (_, { changes }) =>
      ask(
        'push',
        changes.map(({ seq }) => seq),
        () => ({
          epoch: EPOCH,
          mark: changes.at(-1)?.seq ?? 0,
          verdicts: changes.map(({ seq, change }) => ({ seq, changeId: change.id, verdict: 'accepted' as const })),
          records: [],
        }),
      ),
    pull: () => ask('pull', [], () => ({ epoch: EPOCH, records: [], cursor: 'cursor', remaining: 0 })),
    receipt: (_, stream) =>
      ask('receipt', [], (): ReceiptResponse => {
        const { count, chain, mark } = store.streamState();
        return { epoch: EPOCH, stream, mark, count, chain, at: '2026-11-23T09:00:01.000Z' };
      }),
    renewSession: () =>
      ask<never>('renew', [], () => {
        throw new Error('nobody signs in here');
      }),
    listen: (_token, _onAdvanced, signal) => {
      listening.push(signal);
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  };

  function ask<T>(what: Question['what'], seqs: readonly number[], answer: () => T): Promise<Result<T, SyncFailure>> {
    return new Promise((resolve) => {
      const then = async (result: Result<T, SyncFailure>) => {
        questions.splice(questions.indexOf(question), 1);
        resolve(result);
        await comesToRest(TRIES_AFTER_ANSWER_MAX);
      };
      const question: Question = {
        what,
        seqs,
        accept: () => then(ok(answer())),
        fail: (failure) => then(err(failure)),
      };
      questions.push(question);
    });
  }

  const start = (change: Partial<SyncPorts> = {}) =>
    createSync({
      server,
      store,
      nowMs: timers.nowMs,
      random: () => 0.5,
      after: timers.after,
      lead: (work) => work(new AbortController().signal),
      readStatus: () => vault.status.peek(),
      writeStatus: (status) => {
        vault.status.value = status;
      },
      reportFault: (error) => faults.push(error),
      ...change,
    });

  /** Until the next question is asked or a timer is set; a machine that was stopped does neither. */
  async function comesToRest(triesMax: number): Promise<void> {
    for (let tries = 0; tries < triesMax && questions.length === 0 && timers.count() === 0; tries += 1) await breathe();
  }

  /** The one question that is open. */
  async function question(what: Question['what']): Promise<Question> {
    await comesToRest(TRIES_MAX);
    const [first, ...others] = questions;
    if (first?.what !== what || others.length > 0) {
      throw new Error(`expected ${what}, open are: ${questions.map((open) => open.what).join(', ') || 'none'}`);
    }
    return first;
  }

  /** A round in which all goes well. */
  async function finishRound(): Promise<void> {
    await comesToRest(TRIES_MAX);
    while (questions[0] !== undefined) await questions[0].accept();
  }

  return {
    root: () => rootOf(PASSWORD),
    ...workplace,
    wish,
    registered,
    taken,
    vault,
    store,
    timers,
    questions,
    faults,
    listening,
    start,
    question,
    finishRound,
    server,
  };
}

/** Lets ciphers, hashes and the database in memory do what they have begun. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
