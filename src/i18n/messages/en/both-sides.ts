import type { Message } from '../../message.ts';
import type { bothSides as italian } from '../it/both-sides.ts';

export const bothSides = {
  'pill.offline': {
    zero: 'No network',
    one: 'No network · {n} saved here',
    other: 'No network · {n} saved here',
  },
  'pill.waiting': { one: '{n} saved here, to send', other: '{n} saved here, to send' },

  quoted: '“{text}”',

  'verb.retry': 'Try again',
  'verb.show': 'Show',
  'verb.hide': 'Hide',

  'trouble.QuotaExceeded':
    'This device is out of space. What you wrote is still here on the screen: free some space and save again.',
  'trouble.DatabaseBlocked': 'Taccuino is open in another tab with an old version. Close it and try again.',
  'trouble.DatabaseMissing': 'The data of this device is gone: the browser deleted it.',
  'trouble.DatabaseUnavailable':
    'This browser does not allow saving data. Open Taccuino in a normal window, not a private one.',
  'trouble.DatabaseNewer': 'The data is from a newer version of Taccuino. Update the app: the data stays here.',
  'trouble.ConnectionInsecure': 'The connection is not secure: the address has to begin with https://.',
  'trouble.unknown': 'That did not work. Try again; if it happens again, ask your coordinator.',
} satisfies Record<keyof typeof italian, Message>;
