import type { Message } from '../../message.ts';
import type { safety as italian } from '../it/safety.ts';

export const safety = {
  'safety.title': 'Your data',
  'safety.attention.title': { one: '{n} change to put right', other: '{n} changes to put right' },
  'safety.attention.text':
    'The server did not accept everything. What you wrote is still here: see why and correct it.',
  'safety.offline.title': 'No network',
  'safety.offline.text': {
    zero: 'You can work as always: what you write stays here and is sent by itself when the network is back.',
    one: '{n} change is saved here and is sent by itself when the network is back. You can go on working.',
    other: '{n} changes are saved here and are sent by themselves when the network is back. You can go on working.',
  },
  'safety.waiting.title': { one: '{n} change to send', other: '{n} changes to send' },
  'safety.waiting.text': {
    one: 'It is saved on this device. It is sent by itself: you need do nothing.',
    other: 'They are saved on this device. They are sent by themselves: you need do nothing.',
  },
  'safety.sending.title': 'Sending… {n} of {m}',
  'safety.receiving.title': 'Receiving… {n} of {m}',
  'safety.sending.text': 'You can go on working.',
  'safety.unreadable.title': {
    one: '{n} change saved here cannot be read',
    other: '{n} changes saved here cannot be read',
  },
  'safety.unreadable.text': {
    one: 'The server may not have it, so we cannot say that everything is safe. Nothing is deleted. See whether anything is missing of what you wrote in the last days, and tell your coordinator.',
    other:
      'The server may not have them, so we cannot say that everything is safe. Nothing is deleted. See whether anything is missing of what you wrote in the last days, and tell your coordinator.',
  },
  'safety.aside.offer': 'Set aside',
  'safety.aside.ask': 'Set aside what cannot be read?',
  'safety.aside.look':
    'First see whether anything is missing of what you wrote in the last days, and write it again. Nobody can read it from here any more.',
  'safety.aside.stays':
    'Nothing is deleted: it stays locked on this device. We tell the server that it cannot be read.',
  'safety.aside.done': 'Set aside. Tell your coordinator.',
  'safety.aside.opened': 'It can be read again: it leaves by itself.',
  'safety.checking.title': 'Checking…',
  'safety.checking.text': 'There is nothing to send. The server has yet to confirm that it has everything.',
  'safety.safe.title': 'Everything is safe',
  'safety.safe.text': 'The server confirmed each of your changes at {time}.',

  'safety.trouble.signed-out.title': 'Sign in again',
  'safety.trouble.signed-out.text':
    'It is too long since you signed in. What you wrote is saved here and is sent as soon as you come in with the network.',
  'safety.trouble.device-revoked.title': 'This device was switched off',
  'safety.trouble.device-revoked.text':
    'What you saved goes to your coordinator first. Then the data leaves this device.',
  'safety.trouble.device-unknown.title': 'The server does not recognise this device',
  'safety.trouble.device-unknown.text':
    'It neither receives nor sends any more. Ask your coordinator what to do and delete nothing.',
  'safety.trouble.account-disabled.title': 'Your access was closed',
  'safety.trouble.account-disabled.text': 'What you saved goes to your coordinator. Ask them what to do.',
  'safety.trouble.protocol-unsupported.title': 'This needs the new version of Taccuino',
  'safety.trouble.protocol-unsupported.text':
    'The server already speaks with another version. What you wrote is saved here: close Taccuino, open it with the network and it is sent.',
  'safety.trouble.stuck.title': 'Sending is stuck',
  'safety.trouble.stuck.text':
    'There is network, but something has not been sent for a long time. Try to send now; if it stays stuck, tell your coordinator.',
  'safety.trouble.not-our-server.title': 'The network wants a log-in',
  'safety.trouble.not-our-server.text':
    'Somebody else answers in place of the server, usually the log-in page of the Wi-Fi. Open the browser, log in to the network and come back.',
  'safety.trouble.receipt-differs.title': 'Checking again',
  'safety.trouble.receipt-differs.text':
    'The server does not have everything yet that left this device. Taccuino sends it again: nothing is lost.',
  'safety.differs.restored':
    'The server was restored from a copy and may lack the last changes. Taccuino sends them again by itself: nothing is lost.',
  'safety.differs.fewer': {
    one: 'The server lacks {n} change that left this device. Taccuino sends it again by itself: nothing is lost.',
    other: 'The server lacks {n} changes that left this device. Taccuino sends them again by itself: nothing is lost.',
  },
  'safety.differs.more': {
    one: 'The server has {n} change more than this device remembers. Taccuino counts again by itself: nothing is lost and nothing is repeated.',
    other:
      'The server has {n} changes more than this device remembers. Taccuino counts again by itself: nothing is lost and nothing is repeated.',
  },
  'safety.differs.other':
    'The number of changes is the same, but at least one is another. Taccuino compares and sends again by itself: nothing is lost.',
  'safety.trouble.storage-full.title': 'This device is out of space',
  'safety.trouble.storage-full.text':
    'What was saved is still here, but nothing new fits. Remove photos or apps you do not need.',
  'safety.trouble.storage-trouble.title': 'Taccuino cannot use the data of this device',
  'safety.trouble.storage-trouble.text':
    'The browser lets nothing be read or written right now. What was saved is still here: close the other tabs of Taccuino, close the browser and open it again.',
  'safety.trouble.not-permitted.title': 'Your access has changed',
  'safety.trouble.not-permitted.text':
    'You can no longer receive records. What you wrote stays here and the server answers each change: ask your coordinator.',
  'safety.signInAgain': 'Lock and sign in again',
  'safety.updateNow': 'Update now',

  'safety.newer.title': { one: 'One part is from a newer version', other: '{n} parts are from a newer version' },
  'safety.newer.text': 'Not shown for now, but all here. Update Taccuino and it appears.',
  'safety.expired':
    'This device had not spoken with the server for long: the records already sent were taken off it. With the network they come back by themselves.',

  'safety.fact.records': 'On this device',
  'safety.fact.recordsValue': {
    one: '{n} record under lock and key',
    other: '{n} records under lock and key',
  },
  'safety.fact.waiting': 'To send',
  'safety.fact.sentToday': 'Sent today',
  'safety.fact.kept': 'Sent and still kept here',
  'safety.fact.keptValue': {
    one: '{n}, until the server has it in its backup too',
    other: '{n}, until the server has them in its backup too',
  },
  'safety.fact.space': 'Space',
  'safety.fact.spaceProtected': '{used} of {quota}, protected',
  'safety.fact.spaceUnprotected': '{used} of {quota}, not protected',
  'safety.fact.version': 'Version',
  'safety.version.current': 'up to date',
  'safety.version.old': 'there is a newer one',
  'safety.sendNow': 'Try to send now',
  'safety.checkNow': 'Check now',
  'safety.onlyHere': 'On this device only',
  'safety.exchanges': 'Last exchanges',
  'safety.exchange.sent': { one: '{n} change sent', other: '{n} changes sent' },
  'safety.exchange.received': { one: '{n} record received', other: '{n} records received' },
  'safety.exchange.refused': { one: '{n} change to put right', other: '{n} changes to put right' },

  'safety.change.create': 'new record',
  'safety.change.edit': 'correction',
  'safety.change.review': 'decision',
  'safety.change.comment': 'comment',
  'safety.change.remove': 'deleted',
  'safety.change.restore': 'restored',
  'safety.change.merge': 'merged into another record',
  'safety.change.unmerge': 'separated again',
  'safety.change.resolve': 'choice between two values',
  'safety.change.disclose': 'note for the log: you looked at something restricted',
  'safety.change.discard': 'note for the log: you discarded a change',
} as const satisfies Record<keyof typeof italian, Message>;
