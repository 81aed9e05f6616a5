import type { Message } from '../../message.ts';
import type { joining as italian } from '../it/joining.ts';

export const joining = {
  'entrance.enrol.title': 'Connect this device',
  'entrance.enrol.intro':
    'This is done once and needs the network. Afterwards each person comes in with their own name and password.',
  'entrance.enrol.code': 'Code',
  'entrance.enrol.codeHint': 'You get it from the coordinator in your municipality. For example D969-7K3M-9QXT.',
  'entrance.enrol.codeMissing': 'Type the code that your coordinator gave you.',
  'entrance.enrol.label': 'Name of the device',
  'entrance.enrol.labelHint': 'To recognise it, for example “Mobile unit 2”. No names of people you work with.',
  'entrance.enrol.labelMissing': 'Give the device a name, for example “One-stop shop 1”.',
  'entrance.enrol.go': 'Connect',
  'entrance.enrol.trouble.QuotaExceeded':
    'This device is out of space. Free some space and connect again: it may need a new code.',
  'entrance.enrol.noCode': 'No code?',
  'entrance.enrol.noCodeText':
    'Ask who coordinates LGNet in your municipality: it takes them a minute. A code is for one device and for a short time.',

  'entrance.signIn.title': 'Sign in',
  'entrance.signIn.intro': 'The first time on this device needs the network. Then you open your work without it too.',
  'entrance.signIn.username': 'User name',
  'entrance.signIn.usernameHint': 'It is on the sheet from your coordinator, for example marta.r',
  'entrance.signIn.usernameMissing': 'Type your user name.',
  'entrance.signIn.back': 'Back to “Who are you?”',

  'entrance.trouble.CodeInvalid':
    'This code does not work: mistyped, already used or expired. Check it or ask for a new one.',
  'entrance.trouble.SignInRefused': 'User name or password is wrong. Check both and try again.',
  'entrance.trouble.ServerTrouble': 'The server has a problem. Try again in a few minutes.',
  'entrance.slowDown.seconds': {
    one: 'Too many tries in a row. Wait {n} second and try again.',
    other: 'Too many tries in a row. Wait {n} seconds and try again.',
  },
  'entrance.slowDown.minutes': {
    one: 'Too many tries in a row. Wait {n} minute and try again.',
    other: 'Too many tries in a row. Wait {n} minutes and try again.',
  },
  'entrance.trouble.PasswordChanged':
    'Your password has changed, but on this device the old one still holds. Go back to “Who are you?” and unlock with it: your work is in its place.',
  'entrance.trouble.AccountDisabled': 'Your access was closed. Ask your coordinator.',
} as const satisfies Record<keyof typeof italian, Message>;
