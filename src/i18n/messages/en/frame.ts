import type { Message } from '../../message.ts';
import type { frame as italian } from '../it/frame.ts';

export const frame = {
  'nav.skip': 'Skip to content',
  'nav.label': 'Pages',

  'pill.checking': 'Checking…',
  'pill.trouble.signed-out': 'Sign in again',
  'pill.trouble.device-revoked': 'Device switched off',
  'pill.trouble.device-unknown': 'Device not recognised',
  'pill.trouble.account-disabled': 'Access closed',
  'pill.trouble.protocol-unsupported': 'Update Taccuino',
  'pill.trouble.stuck': 'Sending is stuck',
  'pill.trouble.not-our-server': 'The network wants a log-in',
  'pill.trouble.receipt-differs': 'Checking again',
  'pill.trouble.storage-full': 'No space left',
  'pill.trouble.storage-trouble': 'Data out of reach',
  'pill.trouble.not-permitted': 'Access changed',

  'pill.sending': 'Sending… {n} of {m}',
  'pill.receiving': 'Receiving… {n} of {m}',
  'pill.unreadable': { one: '{n} change cannot be read', other: '{n} changes cannot be read' },
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

  'update.ready': 'New version ready',
  'update.text': 'What you wrote stays here. It restarts in a moment, with your password.',
  'update.later': 'Later',
  'update.start': 'Update now',

  'fault.title': 'This page has stopped',
  'fault.text':
    'It is a fault of Taccuino, not yours. What you saved is here, and so is what you were writing. Open it again; if it happens once more, tell your coordinator.',
  'fault.restart': 'Open Taccuino again',

  'saved.here': 'Saved on this device',
  'saved.removed': 'Deleted on this device',
  'saved.restored': 'Restored on this device',
  'saved.merged': 'Records merged on this device',
  'saved.parted': 'Records parted on this device. What was taken from the other record stays where it is: check it.',
  'saved.undone': 'Undone',
  'saved.tooLate': 'Too late to undo. Open the record and correct it.',

  'person.unknown': 'Person without a name',
  'person.count': { one: '{n} person', other: '{n} people' },
  'contact.anonymous': 'Anonymous contact',
} as const satisfies Record<keyof typeof italian, Message>;
