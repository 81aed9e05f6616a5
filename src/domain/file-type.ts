import { z } from 'zod';

/**
 * Which files may hang on a record. A file is what its first bytes say, never what its name or its sender claims: device and server both
 * look (https://www.garykessler.net/library/file_sigs.html).
 */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const FileType = z.enum(FILE_TYPES);
export type FileType = z.infer<typeof FileType>;

/** A contract of many scanned pages; what weighs more belongs in the office's own archive. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;

/** Bytes to look at; -1 stands for any. */
const SIGNATURES = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/webp': [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
} as const satisfies Record<FileType, readonly number[]>;

/** What a file is by its first bytes; undefined when it is none of ours. */
export const findFileType = (bytes: Uint8Array): FileType | undefined =>
  FILE_TYPES.find((type) => SIGNATURES[type].every((byte, place) => byte === -1 || bytes[place] === byte));
