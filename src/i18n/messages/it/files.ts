// Photos and documents that hang on a record.
import type { Message } from '../../message.ts';

export const files = {
  'files.title': 'Allegati',
  'files.photo': 'Foto',
  'files.pdf': 'PDF',
} as const satisfies Record<string, Message>;
