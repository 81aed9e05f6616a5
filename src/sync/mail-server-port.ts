import type { Result } from '../domain/result.ts';
import { type MailboxRequest, MailboxResponse } from '../protocol/mailbox.ts';
import type { SyncFailure } from './failure.ts';
import { type HttpPorts, nothing, sendRequest } from './http-client.ts';

/** What a device asks for with its own token, while nobody has unlocked anything. */
export type MailServerPort = {
  readonly mail: (request: MailboxRequest) => Promise<Result<MailboxResponse, SyncFailure>>;
  /**
   * Nothing of this device is here only: may it clear itself? Yes only to one that was revoked, and the browser is then told to clear
   * its storage too; NotPermitted to every other.
   */
  readonly mayWipe: () => Promise<Result<void, SyncFailure>>;
};

export function createMailServerPort(ports: HttpPorts, deviceToken: () => string): MailServerPort {
  const authorization = () => `Device ${deviceToken()}`;
  return {
    mail: (body) =>
      sendRequest(ports, {
        method: 'POST',
        path: '/mailbox',
        authorization: authorization(),
        body,
        response: MailboxResponse,
      }),
    mayWipe: () =>
      sendRequest(ports, {
        method: 'POST',
        path: '/wiped',
        authorization: authorization(),
        body: {},
        response: nothing,
      }),
  };
}
