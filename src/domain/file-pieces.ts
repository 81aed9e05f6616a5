import { FILE_BYTES_MAX } from './file-type.ts';

/** How a file is cut, on the disk of a device, on the way and on the server. Frozen: all three count places by it. */

/** A minute over the poorest connection that is one. */
export const PIECE_BYTES = 256 * 1024;
export const PIECES_MAX = FILE_BYTES_MAX / PIECE_BYTES;

export const countPieces = (bytes: number): number => Math.ceil(bytes / PIECE_BYTES);

/** How long the piece at `place` is, of a file of so many bytes. */
export const pieceLength = (bytes: number, place: number): number => Math.min(PIECE_BYTES, bytes - place * PIECE_BYTES);
