import { describe, expect, test } from 'vitest';
import type { FileFailure, FileLine } from '../../src/device/vault-files.ts';
import { PIECE_BYTES } from '../../src/domain/file-pieces.ts';
import { err, ok, type Result } from '../../src/domain/result.ts';
import { type Carrier, createCarrier } from '../../src/sync/create-carrier.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { createLock } from './a-lock.ts';

const UNREACHABLE: SyncFailure = { type: 'Unreachable' };
const refused = (problem: 'NotFound' | 'FileBroken' | 'FileTypeRefused' | 'ServerBusy', retryAfterMs?: number) =>
  ({ type: 'Refused', problem, status: 400, retryAfterMs }) as const satisfies SyncFailure;

const fileOf = (name: string, pieces = 3): FileLine => ({
  sha256: name,
  fileType: 'image/jpeg',
  bytes: pieces * PIECE_BYTES,
  state: 'waiting',
  failure: undefined,
  savedAt: '2026-11-23T09:00:00.000Z',
});

type Answer = (sha256: string, place: number) => SyncFailure | undefined;

/** A carrier with a server that keeps pieces, and says no where `answer` does. */
function createTrip(given: readonly FileLine[], answer: Answer = () => undefined) {
  const due = new Map(given.map((file) => [file.sha256, file]));
  const there = new Map<string, Set<number>>();
  const sent: string[] = [];
  const failed: [string, FileFailure][] = [];
  const puts: string[] = [];
  const waits: { ms: number; work: () => void }[] = [];
  const stateOf = (sha256: string) => {
    const places = [...(there.get(sha256) ?? [])].sort();
    const isWhole = places.length === 3;
    return { bytes: 3 * PIECE_BYTES, isWhole, places: isWhole ? [] : places };
  };
  let carrier: Carrier | undefined;
  const start = () => {
    carrier = createCarrier({
      files: {
        due: () => [...due.values()],
        readPiece: async () => ok(new Uint8Array(PIECE_BYTES)),
        noteSent: async (sha256) => {
          sent.push(sha256);
          due.delete(sha256);
          return ok(undefined);
        },
        noteFailed: async (sha256, failure) => {
          failed.push([sha256, failure]);
          due.delete(sha256);
          return ok(undefined);
        },
      },
      server: {
        state: async (sha256): Promise<Result<ReturnType<typeof stateOf>, SyncFailure>> => {
          const failure = answer(sha256, -1);
          return failure === undefined ? ok(stateOf(sha256)) : err(failure);
        },
        put: async (sha256, place) => {
          puts.push(`${sha256} ${place}`);
          const failure = answer(sha256, place);
          if (failure?.type === 'Refused' && failure.problem === 'FileBroken') there.delete(sha256);
          if (failure !== undefined) return err(failure);
          there.set(sha256, (there.get(sha256) ?? new Set()).add(place));
          return ok(stateOf(sha256));
        },
      },
      random: () => 0.5,
      after(ms, work) {
        const wait = { ms, work };
        waits.push(wait);
        return () => void waits.splice(waits.indexOf(wait), waits.includes(wait) ? 1 : 0);
      },
      lead: createLock(),
      tell: () => undefined,
      reportFault: (error) => {
        throw error;
      },
    });
    return carrier;
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { due, sent, failed, puts, waits, there, start, rest };
}

describe('a carrier', () => {
  test('brings every piece of every file, then says that it is there', async () => {
    const trip = createTrip([fileOf('a'), fileOf('b')]);
    trip.start();
    await trip.rest();
    expect(trip.puts).toEqual(['a 0', 'a 1', 'a 2', 'b 0', 'b 1', 'b 2']);
    expect(trip.sent).toEqual(['a', 'b']);
    expect(trip.waits).toEqual([]);
  });

  test('13: cut in the middle it waits, and goes on with what is missing', async () => {
    let isCut = true;
    const trip = createTrip([fileOf('a')], (_, place) => (place === 1 && isCut ? UNREACHABLE : undefined));
    trip.start();
    await trip.rest();
    expect([trip.puts, trip.sent, trip.failed]).toEqual([['a 0', 'a 1'], [], []]);
    isCut = false;
    trip.waits.pop()?.work();
    await trip.rest();
    expect(trip.puts).toEqual(['a 0', 'a 1', 'a 1', 'a 2']);
    expect(trip.sent).toEqual(['a']);
  });

  test('sends nothing of a file that the server has', async () => {
    const trip = createTrip([fileOf('a')]);
    trip.there.set('a', new Set([0, 1, 2]));
    trip.start();
    await trip.rest();
    expect([trip.puts, trip.sent]).toEqual([[], ['a']]);
  });

  test('pauses longer after each failure, and never shorter than the server asks', async () => {
    const trip = createTrip([fileOf('a')], () => UNREACHABLE);
    trip.start();
    const pauses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await trip.rest();
      const wait = trip.waits.pop();
      pauses.push(wait?.ms ?? 0);
      wait?.work();
    }
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(new Set(pauses).size).toBe(4);
    const busy = createTrip([fileOf('a')], () => refused('ServerBusy', 90_000));
    busy.start();
    await busy.rest();
    expect(busy.waits.map(({ ms }) => ms)).toEqual([90_000]);
  });

  test('13: a file whose record is not there waits, and holds up no other', async () => {
    const trip = createTrip([fileOf('a'), fileOf('b')], (sha256) => (sha256 === 'a' ? refused('NotFound') : undefined));
    trip.start();
    await trip.rest();
    expect([trip.sent, trip.failed, [...trip.due.keys()]]).toEqual([['b'], [], ['a']]);
    expect(trip.waits).toHaveLength(1);
  });

  test('13: a file that the server will never have has failed, and holds up no other', async () => {
    const trip = createTrip([fileOf('a'), fileOf('b')], (sha256, place) =>
      sha256 === 'a' && place === 0 ? refused('FileTypeRefused') : undefined,
    );
    trip.start();
    await trip.rest();
    expect([trip.sent, trip.failed]).toEqual([['b'], [['a', 'refused']]]);
  });

  test('pieces that make another file are sent once more, all of them, and then given up', async () => {
    const trip = createTrip([fileOf('a')], (_, place) => (place === 2 ? refused('FileBroken') : undefined));
    trip.start();
    await trip.rest();
    expect(trip.puts).toEqual(['a 0', 'a 1', 'a 2', 'a 0', 'a 1', 'a 2']);
    expect(trip.failed).toEqual([['a', 'broken']]);
  });

  test('law 5: with every piece up, a file counts as sent only when the server says that it is whole', async () => {
    // The server waits for a third piece, as when somebody else's wrong one was thrown away with all of them.
    const trip = createTrip([fileOf('a', 2)]);
    trip.start();
    await trip.rest();
    expect([trip.puts, trip.sent, trip.failed, [...trip.due.keys()]]).toEqual([['a 0', 'a 1'], [], [], ['a']]);
  });

  test('stopped between two pieces it sends no further one', async () => {
    let carrier: Carrier | undefined;
    const trip = createTrip([fileOf('a')], (_, place) => {
      if (place === 0) carrier?.stop();
      return undefined;
    });
    carrier = trip.start();
    await trip.rest();
    expect([trip.puts, trip.sent, trip.waits]).toEqual([['a 0'], [], []]);
  });
});
