import type { Message } from '../../message.ts';
import type { accounts as italian } from '../it/accounts.ts';

export const accounts = {
  'remote.offline': 'This needs the network, and there is no answer now. Nothing changed: try again.',
  'remote.not-permitted': 'Your role cannot do this.',
  'remote.gone': 'The server does not have it any more. Go back and look at the list.',
  'remote.server-trouble': 'The server has a problem. Try again in a few minutes.',

  'accounts.title': 'People of the municipality',
  'accounts.loading': 'Asking the server for the list',
  'accounts.offline': 'The list of people is on the server: it needs the network.',
  'accounts.unknown': 'This person is not on the list',
  'accounts.you': 'you',
  'accounts.since': 'Access created',
  'accounts.closedAt': 'Access closed {when}',

  'accounts.newPassword': 'Forgotten password',
  'accounts.newPassword.text':
    'If {name} does not remember the password, you give them a new one. Their work is not lost.',
  'accounts.newPassword.make': 'Make a new password',
  'accounts.newPassword.ask': 'A new password for {name}?',
  'accounts.newPassword.what':
    'The old password is no longer valid. {name} leaves all devices and comes in again with the new one.',
  'accounts.newPassword.work':
    'What they wrote and was not sent yet stays on their device, locked, and opens again with the new password and the network.',
  'accounts.newPassword.yes': 'Yes, make it',
  'accounts.newPassword.ready': 'The new password of {name}',
  'accounts.newPassword.once': 'You see it only now',
  'accounts.newPassword.onceText':
    'Taccuino does not keep it. Say it aloud or write it on paper; do not send it in a message.',
  'accounts.newPassword.tell': 'What to tell {name}:',
  'accounts.newPassword.tell.network': 'The first time, come in with the network.',
  'accounts.newPassword.tell.type':
    'The user name is still “{username}”. The five words are in small letters, with a hyphen between them.',
  'accounts.newPassword.tell.work': 'What you had written is still there.',
  'accounts.newPassword.tell.change': 'Then change it: Settings, “Change password”.',
  'accounts.newPassword.done': 'Done, I told them',

  'accounts.notManaged': 'This access is kept by whoever administers Taccuino.',
  'accounts.access': 'Access',
  'accounts.close.text': 'If {name} no longer works here, close their access. You can open it again whenever you like.',
  'accounts.close': 'Close the access',
  'accounts.close.ask': 'Close the access of {name}?',
  'accounts.close.what': '{name} leaves all devices and cannot come in any more. What they have written stays.',
  'accounts.close.work.coordinator':
    'What was not sent yet from their devices arrives here, under “To put right”, and waits for your yes.',
  'accounts.close.work.admin':
    'What was not sent yet from their devices arrives at the coordinators, under “To put right”, and waits for their yes.',
  'accounts.close.devices':
    'Then the devices forget the records. Attachments not sent yet stay there, locked: they leave if you open the access again.',
  'accounts.close.back': 'You can open the access again at any time.',
  'accounts.close.yes': 'Yes, close',
  'accounts.closed': 'The access of {name} is closed',
  'accounts.reopen.text': '{name} cannot come in now. If you open it again they come in with their password.',
  'accounts.reopen': 'Open the access again',
  'accounts.reopened': '{name} can come in again',

  'password.title': 'Change password',
  'password.needsNetwork': 'This needs the network: the password changes on the server and on this device together.',
  'password.old': 'Current password',
  'password.next': 'New password',
  'password.next.hint': 'At least {n} characters. Four or five random words are easy to remember and hard to guess.',
  'password.again': 'New password, once more',
  'password.missing': 'Type the password.',
  'password.short': 'It is too short: at least {n} characters.',
  'password.same': 'It is the same as the current one.',
  'password.different': 'The two new passwords are not the same. Write it again.',
  'password.elsewhere':
    'You leave your other devices: the first time you come in there with the new password and the network. Your work stays.',
  'password.go': 'Change the password',
  'password.changed': 'Password changed',
  'password.half': 'The password changed only halfway',
  'password.trouble.wrong-password': 'This is not your current password.',
  'password.trouble.slow-down': 'Too many tries in a row. Wait a few minutes and try again.',
  'password.trouble.offline':
    'This needs the network, and there is no answer now. The old password is still valid: try again with the network.',
  'password.trouble.only-server':
    'The server already has the new one. To open this device without a network the old one is still valid. Your work is in its place: try again now, or come in with the new one and the network.',
} as const satisfies Record<keyof typeof italian, Message>;
