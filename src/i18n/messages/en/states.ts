import type { Message } from '../../message.ts';
import type { states as italian } from '../it/states.ts';

export const states = {
  'pill.sending': 'Sending… {n} of {m}',
  'pill.safe': 'Everything is safe · {time}',
  'pill.attention': '{n} to put right',
  'pill.savedHere': { one: '{n} saved here', other: '{n} saved here' },

  'state.savedHere': 'saved here',
  'state.sending': 'sending',
  'state.onServer': 'on the server',
  'state.onServerAt': 'on the server, {when}',
  'state.attention': 'to put right',
  'state.validated': 'validated',
  'state.returned': 'returned',
  'state.locked': 'closed',
} as const satisfies Record<keyof typeof italian, Message>;
