import type { FileLine, VaultFiles } from '../device/vault-files.ts';
import { countPieces } from '../domain/file-pieces.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { FileState } from '../protocol/files.ts';
import { waitAfterFailureMs, waitAfterSuccessMs } from './backoff.ts';
import type { SyncFailure } from './failure.ts';
import type { FileServerPort } from './file-server-port.ts';

/**
 * Carries files up after their records, one at a time, piece by piece, and goes on where it was cut. It runs beside `sync` and knows
 * nothing of it: a file that cannot go holds up no change, and no other file. It promises that a file counts as sent only when the server
 * said that all of it is there with its hash.
 *
 * the server says                | then
 * ------------------------------ | ----
 * whole                          | sent
 * pieces do not make the file    | all of it once more; the second time it has failed, and a person decides
 * will not have such a file      | failed, and a person decides
 * knows no record that names it  | it waits: the record may have been removed meanwhile, or is not here yet
 * anything else, or nothing      | all wait, with growing pauses
 */
export type CarrierPorts = {
  readonly files: Pick<VaultFiles, 'due' | 'readPiece' | 'noteSent' | 'noteFailed'>;
  readonly server: Pick<FileServerPort, 'state' | 'put'>;
  readonly random: () => number;
  /** Calls `work` after `ms`; the returned function cancels. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Resolves when this tab is the one that carries (Web Locks). */
  readonly lead: (work: (released: AbortSignal) => Promise<void>) => Promise<void>;
  readonly tell: (progress: FileProgress | undefined) => void;
  readonly reportFault: (error: unknown) => void;
};

/** Pieces that are up, of how many. */
export type FileProgress = { readonly sha256: string; readonly done: number; readonly total: number };

export type Carrier = {
  /** Something happened that makes now a good time: a file, the network, a record that arrived. */
  readonly nudge: () => void;
  readonly stop: () => void;
};

/** Whatever makes the pieces wrong, sending them a third time will not mend it. */
const TRIES_MAX = 2;

export function createCarrier(ports: CarrierPorts): Carrier {
  const { files, server } = ports;
  let isLeading = false;
  let isStopped = false;
  let isRunning = false;
  let isNudged = false;
  let failures = 0;
  let cancelWait = () => {};
  const stopped = new AbortController();

  void ports.lead(async (released) => {
    if (isStopped) return;
    isLeading = true;
    released.addEventListener('abort', stop, { once: true });
    nudge();
    await new Promise<void>((resolve) => stopped.signal.addEventListener('abort', () => resolve(), { once: true }));
    isLeading = false;
  });

  return { nudge, stop };

  function stop(): void {
    isStopped = true;
    cancelWait();
    stopped.abort();
  }

  function nudge(): void {
    isNudged = true;
    if (isLeading && !isStopped && !isRunning) void run();
  }

  async function run(): Promise<void> {
    isRunning = true;
    cancelWait();
    let failure: SyncFailure | undefined;
    while (isNudged && !isStopped && failure === undefined) {
      isNudged = false;
      failure = await goRound().catch((error: unknown): SyncFailure => {
        ports.reportFault(error);
        return { type: 'Fault' };
      });
    }
    isRunning = false;
    ports.tell(undefined);
    if (isStopped) return;
    failures = failure === undefined ? 0 : failures + 1;
    const retryAfterMs = failure?.type === 'Refused' ? (failure.retryAfterMs ?? 0) : 0;
    if (failure !== undefined)
      cancelWait = ports.after(waitAfterFailureMs(failures, ports.random(), retryAfterMs), nudge);
    else if (files.due().length > 0) cancelWait = ports.after(waitAfterSuccessMs(ports.random()), nudge);
  }

  /** The first failure that is not the file's own ends the round. */
  async function goRound(): Promise<SyncFailure | undefined> {
    for (const file of files.due()) {
      if (isStopped) return undefined;
      const carried = await carry(file);
      if (!carried.ok) return carried.error;
    }
    return undefined;
  }

  async function carry(file: FileLine): Promise<Result<void, SyncFailure>> {
    for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
      const sent = await sendMissing(file);
      if (isStopped) return ok(undefined);
      if (sent.ok && sent.value === 'damaged') return note(files.noteFailed(file.sha256, 'damaged'));
      if (sent.ok) return sent.value === 'whole' ? note(files.noteSent(file.sha256)) : ok(undefined);
      const problem = sent.error.type === 'Refused' ? sent.error.problem : undefined;
      if (problem === 'NotFound') return ok(undefined);
      if (problem !== undefined && REFUSED.includes(problem)) return note(files.noteFailed(file.sha256, 'refused'));
      if (problem !== 'FileBroken') return sent;
    }
    return note(files.noteFailed(file.sha256, 'broken'));
  }

  async function sendMissing(file: FileLine): Promise<Result<'whole' | 'not-yet' | 'damaged', SyncFailure>> {
    const { sha256, bytes } = file;
    const total = countPieces(bytes);
    let state: Result<FileState, SyncFailure> = await server.state(sha256);
    if (!state.ok) return state;
    const there = new Set(state.value.places);
    for (let place = 0; place < total && !state.value.isWhole; place += 1) {
      if (there.has(place)) continue;
      if (isStopped) return ok('not-yet');
      ports.tell({ sha256, done: there.size, total });
      const piece = await files.readPiece(sha256, place);
      if (!piece.ok) return err({ type: 'StorageBroken' });
      if (piece.value === undefined) return ok('damaged');
      state = await server.put(sha256, place, piece.value);
      if (!state.ok) return state;
      there.add(place);
    }
    return ok(state.value.isWhole ? 'whole' : 'not-yet');
  }
}

/** What the server will never have, however often it comes. */
const REFUSED: readonly string[] = ['FileTypeRefused', 'BodyInvalid', 'BodyTooLarge'];

const note = async (written: Promise<Result<void, { readonly type: string }>>): Promise<Result<void, SyncFailure>> => {
  const done = await written;
  if (done.ok) return done;
  return err({ type: done.error.type === 'QuotaExceeded' ? 'StorageFull' : 'StorageBroken' });
};
