import type { Message } from '../../message.ts';
import type { verbs as italian } from '../it/verbs.ts';

export const verbs = {
  'verb.save': 'Save',
  'verb.correct': 'Correct',
  'verb.return': 'Return with a comment',
  'verb.validate': 'Validate',
  'verb.mend': 'Put right',
  'verb.cancel': 'Cancel',
  'verb.undo': 'Undo',
  'verb.back': 'Back',
  'verb.other': 'Other…',
  'verb.close': 'Close',
  'verb.change': 'Change',
  'verb.continue': 'Continue',
} as const satisfies Record<keyof typeof italian, Message>;
