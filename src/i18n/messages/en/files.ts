import type { Message } from '../../message.ts';
import type { files as italian } from '../it/files.ts';

export const files = {
  'files.title': 'Attachments',
  'files.photo': 'Photo',
  'files.pdf': 'PDF',
} as const satisfies Record<keyof typeof italian, Message>;
