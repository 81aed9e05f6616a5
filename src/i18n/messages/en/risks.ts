import type { Message } from '../../message.ts';
import type { risks as italian } from '../it/risks.ts';

export const risks = {
  'risk.look': 'What to do',
  'risk.drafts.title': 'What you write now does not stay here',
  'risk.missing.title': { one: 'A part of the data is missing', other: '{n} parts of the data are missing' },
  'risk.missing.text':
    'On this device something is damaged, or the browser took it away. We delete nothing: all the rest can be read, and what was on the server comes back by itself with the network. Tell your coordinator.',
  'risk.old.title': {
    one: '{n} change has been only here for {days} days',
    other: '{n} changes are only here, the oldest for {days} days',
  },
  'risk.old.text':
    'If the device breaks or is lost, what is only here is lost with it. Find a network and send; if there is none, save an emergency file below and give it to somebody who has one.',
  'risk.space.title': 'The space is almost used up: {percent}% used',
  'risk.space.text':
    'Once it is, nothing new can be saved. Remove photos, videos or apps you do not need, and send as soon as you can.',
  'risk.space.reader': 'Remove photos, videos or apps you do not need.',
  'risk.unprotected.title': 'The space is not protected',
  'risk.unprotected.text':
    'When space runs out the browser may delete the data. Add Taccuino to the home screen and send often.',
  'risk.unprotected.reader':
    'When space runs out the browser may take Taccuino off this device: then you need a network to sign in again. Add it to the home screen.',
  'risk.protect': 'Protect',
  'risk.protected': 'The space is protected now',
  'risk.stillUnprotected': 'The browser does not grant it yet: add Taccuino to the home screen.',

  'rescue.title': 'Emergency file',
  'rescue.what':
    'If the network does not come back or the device is about to break: a file with what is only here. Only the server of your municipality opens it.',
  'rescue.notNeeded': 'Not needed now: nothing is waiting here.',
  'rescue.save': 'Save the file',
  'rescue.share': 'Pass it to another device',
  'rescue.saved': 'File saved',
  'rescue.shared': 'File passed on',
  'rescue.made.text':
    'Give it to somebody with a network: they bring it to the server from this same page. What you wrote stays here too, and enters the server only once.',
  'rescue.unregistered':
    'The server has heard nothing from this device yet: it could not open the file. It needs the network once, if only for a moment.',
  'rescue.carry.title': 'Do you have somebody else’s file?',
  'rescue.carry.what': 'You bring it to the server with the network of this device. You do not read what is in it.',
  'rescue.carry.choose': 'Choose the file',
  'rescue.carry.going': 'Bringing the file to the server',
  'rescue.carried.n.taken': { one: '{n} taken', other: '{n} taken' },
  'rescue.carried.n.held': '{n} to confirm',
  'rescue.carried.n.unreadable': { one: '{n} does not open', other: '{n} do not open' },
  'rescue.carried.taken': 'They are on the server. If the file comes once more they are not repeated.',
  'rescue.carried.held': 'The coordinator finds them under “To put right”.',
  'rescue.carried.unreadable': 'Those that do not open stay on the device they come from: do not delete them there.',
  'rescue.trouble.offline': 'This needs the network, and there is no answer now. Keep the file and try again.',
  'rescue.trouble.not-a-rescue-file':
    'This is not an emergency file of Taccuino, or it is damaged. Choose another one or have it given to you again.',
  'rescue.trouble.newer-file': 'The file is from a newer version of Taccuino. Update this device and try again.',
  'rescue.trouble.vault-unknown':
    'The server does not know the device this file comes from. Check that it is of your municipality.',
} as const satisfies Record<keyof typeof italian, Message>;
