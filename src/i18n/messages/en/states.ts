import type { Message } from '../../message.ts';
import type { states as italian } from '../it/states.ts';

export const states = {
  'pill.offline': {
    zero: 'No network',
    one: 'No network · {n} saved here',
    other: 'No network · {n} saved here',
  },
  'pill.waiting': { one: '{n} saved here, to send', other: '{n} saved here, to send' },
} as const satisfies Record<keyof typeof italian, Message>;
