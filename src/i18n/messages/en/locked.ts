import type { Message } from '../../message.ts';
import type { locked as italian } from '../it/locked.ts';

export const locked = {
  'locked.rescue.offer': 'Save an emergency file',
  'locked.rescue.why':
    'No network for long? The file holds what waits here. It is locked: only the server of your municipality opens it. Give it to somebody with a network, who hands it in from Taccuino.',
  'locked.rescue.saved': 'File saved. What it holds stays here too.',
  'locked.rescue.failed': 'The file was not saved. Try again.',

  'locked.leaving.device.title': 'This device was switched off',
  'locked.leaving.account.title': 'This access was closed',
  'locked.leaving.text': {
    one: '{n} thing saved here has not left yet. With a network it goes to your coordinator, then the data leaves this device.',
    other:
      '{n} things saved here have not left yet. With a network they go to your coordinator, then the data leaves this device.',
  },

  'locked.left.device.title': 'This device was switched off',
  'locked.left.device.text': 'Your municipality switched it off. Taccuino’s data is no longer here.',
  'locked.left.account.title': 'Your access was closed',
  'locked.left.account.text': 'Your municipality closed the access of {name}. Their data is no longer on this device.',
  'locked.left.work':
    'Nothing is lost: what had not been sent was handed over first. Now your coordinator decides about it.',
  'locked.left.workButFiles':
    'What you wrote is not lost: it was handed over first. Now your coordinator decides about it.',
  'locked.left.files': {
    one: '{n} attachment had not left yet: it was deleted with the rest and has to be added again.',
    other: '{n} attachments had not left yet: they were deleted with the rest and have to be added again.',
  },
  'locked.files.title': { one: '{n} attachment to be sent', other: '{n} attachments to be sent' },
  'locked.files.nobody': 'Attachments leave only after you have unlocked Taccuino with a network.',
  'locked.files.account':
    'The attachments leave only if your access is opened again. Until then they stay here, locked: talk to your coordinator.',
  'locked.files.device':
    'The server takes no more attachments from this device: when it is cleared, they are deleted too.',
  'locked.left.device.way': 'Questions? Call your coordinator. To use the device again it needs a new code.',
  'locked.left.account.way': 'Questions? Call your coordinator.',
  'locked.left.close': 'I understand',
} as const satisfies Record<keyof typeof italian, Message>;
