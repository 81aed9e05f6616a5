import { ok, type Result } from '../domain/result.ts';
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
  const ask = <Value>(path: string, response: Parser<Value>, body?: unknown, more?: { credentials: 'same-origin' }) => {
    const method = body === undefined ? 'GET' : 'POST';
    return sendRequest(ports, { method, path, authorization: authorization(), body, response, ...more });
  };
  return {
    mail: (body) => ask('/mailbox', MailboxResponse, body),
    mailPiece: async (piece) => (await import('./mail-piece.ts')).mailPiece(ports, authorization(), piece),
    async epoch() {
      const answer = await ask('/epoch', EpochResponse);
      if (answer.ok) return ok(answer.value.epoch);
      return problemOf(answer.error) === 'NotFound' ? ok(undefined) : answer;
    },
    async isRevoked() {
      // Nobody has let this device in yet: there is nothing to ask, and nobody to ask as.
      if (!findToken()) return ok(false);
      const answer = await ask('/device', nothing);
      if (answer.ok) return ok(false);
      // Of a server that does not know the question nothing is concluded.
      return problemOf(answer.error) === 'DeviceRevoked' ? ok(true) : answer;
    },
    sayWiped: () => ask('/wiped', nothing, {}, { credentials: 'same-origin' }),
  };
}

const problemOf = (failure: SyncFailure) => (failure.type === 'Refused' ? failure.problem : undefined);
