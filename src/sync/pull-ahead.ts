import type { Result } from '../domain/result.ts';
import type { PullResponse } from '../protocol/pull.ts';
import type { SyncFailure } from './failure.ts';
import type { ServerPort } from './server-port.ts';

/**
 * The same port, but while the device stores a page the server already works on the one after it: of a first pull of 10,000
 * records a third was waiting for the server. One page at most is asked for ahead, and it is given only to whoever asks for exactly
 * that cursor with the same session; a device that could not store its page asks for that one again and never skips.
 */
export function pullAhead(server: ServerPort): ServerPort {
  let ahead: Asked | undefined;
  return {
    ...server,
    async pull(token, cursor) {
      const asked = ahead;
      ahead = undefined;
      const isAsked = asked !== undefined && asked.token === token && asked.cursor === cursor;
      const answer = await (isAsked ? asked.answer : server.pull(token, cursor));
      if (answer.ok && answer.value.remaining > 0) ahead = ask(token, answer.value.cursor);
      return answer;
    },
  };

  function ask(token: string, cursor: string): Asked {
    const answer = server.pull(token, cursor);
    // A port that throws has a bug, which shows where the answer is awaited; nobody may ever await this one.
    answer.catch(() => undefined);
    return { token, cursor, answer };
  }
}

type Asked = {
  readonly token: string;
  readonly cursor: string;
  readonly answer: Promise<Result<PullResponse, SyncFailure>>;
};
