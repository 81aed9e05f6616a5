import type { Message } from '../../message.ts';
import type { refusals as italian } from '../it/refusals.ts';

export const refusals = {
  'refusal.ChangeMalformed':
    'The server did not understand this change. It is still here: update Taccuino and send it again.',
  'refusal.DecisionFailed':
    'The server had a fault with this change. It is still here: try again later and tell whoever runs Taccuino.',
  'refusal.KindUnknown': 'The server does not know this kind of record yet. It is still here: try again later.',
  'refusal.FieldsRefused': 'The server did not accept some values. Correct them and send again.',
  'refusal.NotPermitted': 'You do not have permission for this change. Ask your coordinator.',
  'refusal.RecordUnknown':
    'The server does not have this record. The change is still here: try again or ask your coordinator.',
  'refusal.RecordExists': 'The server already has this record. Check that it is not a double.',
  'refusal.RecordRemoved': 'This record was deleted. If it is still needed, ask your coordinator to restore it.',
  'refusal.RecordMerged': 'This record was merged into another one. Make the change on that one.',
  'refusal.SubjectUnknown': 'The server does not have the person of this record. Put the person’s record right first.',
  'refusal.ReviewNotAllowed': 'In this state the record cannot be changed like this. Open it and see where it stands.',
  'refusal.ReviewOutdated': 'The record changed after you opened it. Look at what is new and decide again.',
  'refusal.CommentMissing': 'Write a comment, so that the receiver knows what to correct.',
  'refusal.ConflictUnknown': 'Somebody chose between the two values before you: your choice came later.',
  'refusal.ResolveOutdated': 'The value changed again. Look at the two values and choose again.',
  'refusal.TooMany': 'This record has too many comments or too many different values. Ask your coordinator.',
  'refusal.ChangeIdReused':
    'The server already has another change with the same number. Yours is still here: ask your coordinator.',
} as const satisfies Record<keyof typeof italian, Message>;
