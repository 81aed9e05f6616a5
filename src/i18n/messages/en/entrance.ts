import type { Message } from '../../message.ts';
import type { entrance as italian } from '../it/entrance.ts';

export const entrance = {
  'entrance.brand': 'The notebook of work in the field',
  'entrance.password': 'Password',
  'entrance.passwordMissing': 'Type the password.',

  'entrance.signIn.go': 'Sign in',

  'entrance.unlock.title': 'Who are you?',
  'entrance.unlock.other': 'Somebody else',
  'entrance.unlock.needsNetwork': 'needs the network',
  'entrance.unlock.otherText':
    'The first time you sign in with your user name and the network. Nobody else sees your work.',
  'entrance.unlock.waiting': { zero: 'all sent', one: '{n} to send', other: '{n} to send' },
  'entrance.unlock.mailed': {
    one: '{n} saved here, already safe on the server',
    other: '{n} saved here, already safe on the server',
  },
  'entrance.unlock.attention': { one: '{n} to put right', other: '{n} to put right' },
  'entrance.unlock.hint': 'It opens without a network too. What is here can only be read with your password.',
  'entrance.unlock.go': 'Unlock',
  'entrance.unlock.opening': 'Opening the records',
  'entrance.unlock.progress': '{n} of {m}',
  'entrance.unlock.forgot': 'Forgot your password? Your work is not lost',
  'entrance.unlock.forgotWork':
    'What you wrote waits here, locked, and goes up by itself when there is a network. Do not clear the browser’s data.',
  'entrance.unlock.forgotAsk':
    'Call your coordinator, who gives you a new password. Sign in with it here, with the network: all is in its place.',
  'entrance.unlock.newPassword': 'Sign in with the new password',

  'entrance.trouble.Offline': 'This needs the network and there is no answer now. Check the connection and try again.',
  'entrance.trouble.WrongPassword': 'This is not the right password. Try again; look at capitals and keyboard too.',
  'entrance.trouble.PasswordStale':
    'Your password has changed. Sign in with the new one: this needs the network. Your work is here and is not lost.',
  'entrance.trouble.QuotaExceeded': 'This device is out of space. Free some space and try again.',
  'entrance.trouble.DeviceRevoked':
    'This device was switched off. Ask your coordinator: to use it again it needs a new code.',
  'entrance.trouble.SlotDamaged':
    'The key on this device is damaged. Sign in with your password and the network: the work is here and opens again. Delete nothing.',
} as const satisfies Record<keyof typeof italian, Message>;
