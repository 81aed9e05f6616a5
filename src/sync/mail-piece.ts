import type { Result } from '../domain/result.ts';
import { FileState } from '../protocol/files.ts';
import type { MailedPiece } from '../protocol/mailed-piece.ts';
import type { SyncFailure } from './failure.ts';
import { PIECE_TIMEOUT_MS } from './file-server-port.ts';
import { type HttpPorts, sendRequest } from './http-client.ts';

/** One sealed piece of a file, with the device's own token. */
export const mailPiece = (
  ports: HttpPorts,
  authorization: string,
  body: MailedPiece,
): Promise<Result<FileState, SyncFailure>> =>
  sendRequest(
    { ...ports, timeoutMs: ports.timeoutMs ?? PIECE_TIMEOUT_MS },
    { method: 'POST', path: '/mailbox/files', authorization, body, response: FileState },
  );
