import type { Message } from '../../message.ts';
import type { entrance as italian } from '../it/entrance.ts';

export const entrance = {
  'entrance.brand': 'The notebook of work in the field',
  'entrance.password': 'Password',
  'entrance.passwordMissing': 'Type the password.',

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
  'entrance.enrol.noCode': 'No code?',
  'entrance.enrol.noCodeText':
    'Ask who coordinates LGNet in your municipality: it takes them a minute. A code is for one device and for a short time.',

  'entrance.signIn.title': 'Sign in',
  'entrance.signIn.intro': 'The first time on this device needs the network. Then you open your work without it too.',
  'entrance.signIn.username': 'User name',
  'entrance.signIn.usernameHint': 'It is on the sheet from your coordinator, for example marta.r',
  'entrance.signIn.usernameMissing': 'Type your user name.',
  'entrance.signIn.go': 'Sign in',
  'entrance.signIn.back': 'Back to “Who are you?”',

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
  'entrance.unlock.hint': 'Opens without network too. What is here can only be read with your password.',
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
  'entrance.trouble.CodeInvalid':
    'This code does not work: mistyped, already used or expired. Check it or ask for a new one.',
  'entrance.trouble.SignInRefused': 'User name or password is wrong. Check both and try again.',
  'entrance.trouble.WrongPassword': 'This is not the right password. Try again; look at capitals and keyboard too.',
  'entrance.trouble.PasswordChanged':
    'Your password has changed, but on this device the old one still holds. Go back to “Who are you?” and unlock with it: your work is in its place.',
  'entrance.trouble.PasswordStale':
    'Your password has changed. Sign in with the new one: this needs the network. Your work is here and is not lost.',
  'entrance.trouble.AccountDisabled': 'Your access was closed. Ask your coordinator.',
  'entrance.trouble.DeviceRevoked':
    'This device was switched off. Ask your coordinator: to use it again it needs a new code.',
  'entrance.trouble.SlotDamaged':
    'The key on this device is damaged. Sign in with your password and the network: the work is here and opens again. Delete nothing.',
  'entrance.trouble.ServerTrouble': 'The server has a problem. Try again in a few minutes.',
  'entrance.slowDown.seconds': {
    one: 'Too many tries in a row. Wait {n} second and try again.',
    other: 'Too many tries in a row. Wait {n} seconds and try again.',
  },
  'entrance.slowDown.minutes': {
    one: 'Too many tries in a row. Wait {n} minute and try again.',
    other: 'Too many tries in a row. Wait {n} minutes and try again.',
  },

  'entrance.storage.enrolAgain': 'Connect this device again',
  'entrance.storage.DatabaseMissing.title': 'The data of this device is gone',
  'entrance.storage.DatabaseMissing.fact':
    'The browser deleted it, by itself or by somebody’s hand. What was already on the server is still there. What had not left this device is missing.',
  'entrance.storage.DatabaseMissing.way':
    'Tell your coordinator at once and write down on paper what you recorded in the last days. Then connect the device again with a new code.',
  'entrance.storage.DatabaseUnavailable.title': 'This browser does not allow saving data',
  'entrance.storage.DatabaseUnavailable.fact':
    'Without saving here we can promise nothing: that is why Taccuino does not open.',
  'entrance.storage.DatabaseUnavailable.way':
    'Open Taccuino in a normal window, not a private one. If it happens again, close the browser, open it and try again.',
  'entrance.storage.ConnectionInsecure.title': 'The connection is not secure',
  'entrance.storage.ConnectionInsecure.fact':
    'Without a secure connection the browser cannot encrypt: that is why Taccuino does not open.',
  'entrance.storage.ConnectionInsecure.way':
    'The address has to begin with https://. Ask your coordinator or whoever runs Taccuino for the right one.',
  'entrance.storage.DatabaseBlocked.title': 'Taccuino is open somewhere else too',
  'entrance.storage.DatabaseBlocked.fact': 'Another tab still uses the old version. The data is here.',
  'entrance.storage.DatabaseBlocked.way': 'Close the other tabs of Taccuino and try again.',
  'entrance.storage.DatabaseNewer.title': 'This needs the new version of Taccuino',
  'entrance.storage.DatabaseNewer.fact':
    'The data here is from a newer version than this one. It is all there, we leave it alone.',
  'entrance.storage.DatabaseNewer.way':
    'With the network, close Taccuino, open it and try again: it updates by itself.',
  'entrance.storage.QuotaExceeded.title': 'This device is out of space',
  'entrance.storage.QuotaExceeded.fact': 'What was saved is still here. Taccuino needs a little room to open.',
  'entrance.storage.QuotaExceeded.way':
    'Remove photos, videos or apps you do not need and try again. Do not clear the browser’s data.',
} as const satisfies Record<keyof typeof italian, Message>;
