import type { Result } from '../domain/result.ts';
import { PULL_RECORDS_MAX, type PullResponse } from '../protocol/pull.ts';
import type { SyncFailure } from './failure.ts';
import type { ServerPort } from './server-port.ts';

/**
 * The same port, but while the device reads and stores a page the server already works on those after it: a third of a first pull
 * of 10,000 records was waiting for the server. A page is given only to whoever asks for exactly its cursor with the same session,
 * so that a device that could not store a page asks for that one again and never skips. It may be shorter or longer than was wished
 * for meanwhile: it is on its way already, and the ones after it have the new size.
 */

/** Pages that are on their way or wait to be stored: two keep server and device busy, and are half a megabyte each. */
const PAGES_AHEAD_MAX = 2;

export function pullAhead(server: ServerPort): ServerPort {
  /** In the order of the cursors, each the one after the page before it. */
  let ahead: Asked[] = [];
  let recordsMax = PULL_RECORDS_MAX;
  return {
    ...server,
    pull(token, cursor, recordsWished) {
      recordsMax = recordsWished;
      const first = ahead.shift();
      const isAsked = first !== undefined && first.token === token && first.cursor === cursor;
      if (!isAsked) ahead = [];
      const page = isAsked ? first : ask(token, cursor);
      goOnAfter(ahead.at(-1) ?? page);
      return page.answer;
    },
  };

  function ask(token: string, cursor: string | undefined): Asked {
    return { token, cursor, answer: server.pull(token, cursor, recordsMax) };
  }

  function goOnAfter(last: Asked): void {
    const line = ahead;
    const next = (answer: Awaited<Answer>) => {
      // The line was given up, or somebody went on already.
      if (line !== ahead || line.length >= PAGES_AHEAD_MAX || (line.length > 0 && line.at(-1) !== last)) return;
      if (!answer.ok || answer.value.remaining === 0) return;
      const asked = ask(last.token, answer.value.cursor);
      line.push(asked);
      goOnAfter(asked);
    };
    // A port that throws has a bug; it shows where the page is asked for.
    last.answer.then(next, () => undefined);
  }
}

type Answer = Promise<Result<PullResponse, SyncFailure>>;
type Asked = { readonly token: string; readonly cursor: string | undefined; readonly answer: Answer };
