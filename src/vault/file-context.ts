import type { SealContext } from './seal.ts';

/**
 * What the rows of a file are sealed with. Device and server share it: a piece that a device hands over without being unlocked is opened by
 * the server exactly as the device would. The place is part of it, so that no piece passes for another one.
 */
const FILE_SCHEMA_VERSION = 1;

export const fileContext = (fileId: string): SealContext => ({
  table: 'files',
  rowId: fileId,
  schemaVersion: FILE_SCHEMA_VERSION,
});

export const pieceContext = (fileId: string, place: number): SealContext => ({
  table: 'pieces',
  rowId: `${fileId}/${place}`,
  schemaVersion: FILE_SCHEMA_VERSION,
});
