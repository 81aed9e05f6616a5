import { err, ok, type Result } from '../domain/result.ts';
import { EpochResponse } from '../protocol/epoch.ts';
import type { FileState } from '../protocol/files.ts';
import { type MailboxRequest, MailboxResponse } from '../protocol/mailbox.ts';
import type { MailedPiece } from '../protocol/mailed-piece.ts';
import type { SyncFailure } from './failure.ts';
import { type HttpPorts, nothing, type Parser, sendRequest } from './http-client.ts';

/** What a device asks for with its own token, while nobody has unlocked anything. */
export type MailServerPort = {
  readonly mail: (request: MailboxRequest) => Promise<Result<MailboxResponse, SyncFailure>>;
  readonly mailPiece: (piece: MailedPiece) => Promise<Result<FileState, SyncFailure>>;
  /** A server that does not know the question has none to tell. */
  readonly epoch: () => Promise<Result<string | undefined, SyncFailure>>;
  readonly isRevoked: () => Promise<Result<boolean, SyncFailure>>;
  /** This device has cleared itself; the answer has its browser clear the rest. Works once more after the token is gone from the disk. */
  readonly sayWiped: () => Promise<Result<void, SyncFailure>>;
};

export function createMailServerPort(ports: HttpPorts, findToken: () => string | undefined): MailServerPort {
  let token = '';
  const authorization = () => {
    token = findToken() ?? token;
    return `Device ${token}`;
  };
  const post = <Value>(path: string, body: unknown, response: Parser<Value>, more?: { credentials: 'same-origin' }) =>
    sendRequest(ports, { method: 'POST', path, authorization: authorization(), body, response, ...more });
  return {
    mail: (body) => post('/mailbox', body, MailboxResponse),
    mailPiece: async (piece) => (await import('./mail-piece.ts')).mailPiece(ports, authorization(), piece),
    async epoch() {
      const answer = await sendRequest(ports, {
        method: 'GET',
        path: '/epoch',
        authorization: authorization(),
        response: EpochResponse,
      });
      if (answer.ok) return ok(answer.value.epoch);
      return answer.error.type === 'Refused' && answer.error.problem === 'NotFound' ? ok(undefined) : answer;
    },
    async isRevoked() {
      // A sign-in that names nobody: the server looks at the device first, and counts no try. Nobody can be let in by it.
      const answer = await post('/session', {}, nothing);
      const problem = !answer.ok && answer.error.type === 'Refused' ? answer.error.problem : undefined;
      if (problem === 'DeviceRevoked') return ok(true);
      if (problem === 'BodyInvalid') return ok(false);
      return answer.ok ? err({ type: 'NotOurServer', status: 200 }) : answer;
    },
    sayWiped: () => post('/wiped', {}, nothing, { credentials: 'same-origin' }),
  };
}
