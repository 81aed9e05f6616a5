import { z } from 'zod';
import { PIECES_MAX } from '../domain/file-pieces.ts';
import { FILE_BYTES_MAX } from '../domain/file-type.ts';

/**
 * The bytes of attachments. They go up after the attachment's record, piece by piece, so that a cut connection costs one piece:
 * `GET /files/:sha256` says which pieces are there, `PUT /files/:sha256/pieces/:place` brings one as plain bytes. Whoever may read the
 * record gets them by `GET /files/:sha256/pieces/:place` once the whole has the hash that it is called by.
 */

/** What the server holds of a file. */
export const FileState = z.strictObject({
  bytes: z.int().min(1).max(FILE_BYTES_MAX),
  /** All of it is here, and has the hash that it is called by. */
  isWhole: z.boolean(),
  /** Which pieces of an unfinished file are here, from 0, in order. */
  places: z.array(z.int().min(0)).max(PIECES_MAX),
});
export type FileState = z.infer<typeof FileState>;
