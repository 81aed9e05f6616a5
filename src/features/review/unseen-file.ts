import type { RecordEnvelope } from '../../domain/record.ts';
import { SHARED_KINDS } from '../../domain/shared-record.ts';
import type { FilesPort } from '../files-port.ts';

/**
 * Whether a file that every city would see lies nowhere on this device: nobody can have looked at it here, so it is not validated here. Without
 * the list of files (the disk was not read yet) none counts as seen.
 */
export const isUnseenFile = (
  { kind, fields }: Pick<RecordEnvelope, 'kind' | 'fields'>,
  lines: FilesPort['lines']['value'],
): boolean => SHARED_KINDS.includes(kind) && typeof fields.sha256 === 'string' && lines?.has(fields.sha256) !== true;
