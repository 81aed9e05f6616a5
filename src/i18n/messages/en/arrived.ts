import type { Message } from '../../message.ts';
import type { arrived as italian } from '../it/arrived.ts';

export const arrived = {
  'arrived.title': 'Arrived at the server',
  'arrived.loading': 'Asking the server what is waiting',
  'arrived.offline': 'The list is on the server: it needs the network, and there is no answer now.',
  'arrived.offlineSince':
    'No network now: this is the list of {when}. You can read and correct like this too; the rest needs the network.',
  'arrived.group.held': 'To confirm',
  'arrived.group.refused': 'Arrived at the server, not accepted',
  'arrived.group.inHand': 'In somebody’s hands',
  'arrived.from': '{name}, “{device}”',
  'arrived.sentBack': 'Returned {when}, waiting for the correction',
  'arrived.mendedHere': 'Corrected here, is sent with the network',
  'arrived.mendedHere.text':
    'You corrected it here. As soon as your correction reaches the server this entry disappears by itself.',
  'arrived.title.held': 'To be confirmed',
  'arrived.title.refused': 'The server did not accept it',
  'arrived.lateGuest':
    'It comes from a volunteer’s phone and arrived after the code of the event had ended. If it is right, choose “Try again as it is”: it is counted.',
  'arrived.held.why': 'It comes from a device that was switched off or an access that was closed: it needs your yes.',
  'arrived.nothingLost': 'Nothing is lost: it stays here until somebody puts it right.',
  'arrived.sentBack.text': 'You returned it to {name} {when}. If they cannot, you can still put it right yourself.',

  'arrived.what': 'What it says',
  'arrived.unreadable': 'Change that cannot be read',
  'arrived.unreadable.text':
    'It is from another version of Taccuino, or damaged. Ask whoever wrote it what they wanted to record.',
  'arrived.who': 'Written by',
  'arrived.device': 'Device',
  'arrived.written': 'Written',
  'arrived.received': 'Arrived',
  'arrived.verb': 'What it is',
  'arrived.comment': 'Comment',
  'arrived.openRecord': 'Open the record as it is now',
  'arrived.restrictedLater': 'There is restricted data too: it can be read once the record has arrived.',

  'arrived.mend': 'Correct here',
  'arrived.sendBack': 'Return to {name}',
  'arrived.sentBackTo': 'Returned to {name}',
  'arrived.note': 'What is to be corrected',
  'arrived.note.hint': '{name} finds it under “To put right”, with your words.',
  'arrived.accept': 'Accept',
  'arrived.accepted': 'Accepted',
  'arrived.acceptAll': { one: 'Accept', other: 'Accept all {n}' },
  'arrived.accepting': 'Accepting',
  'arrived.progress': '{n} of {m}',
  'arrived.acceptedMany': '{n} of {m} accepted',
  'arrived.dismiss': 'Not needed',
  'arrived.dismiss.ask': 'Not needed?',
  'arrived.dismiss.what':
    'This change does not enter the records and disappears from this list. The register keeps that you decided it, and why. {name} does not get it back.',
  'arrived.dismiss.reason': 'Why it is not needed',
  'arrived.dismiss.hint': 'For example: already recorded, a trial, a person twice. No names of people served.',
  'arrived.dismiss.missing': 'Say why in a few words.',
  'arrived.dismiss.yes': 'Yes, not needed',
  'arrived.dismissed': 'Taken off the list',
  'arrived.gone': 'Somebody had already put it right',
  'arrived.needsNetwork':
    'This needs the network, and there is no answer now. Nothing changed. Correcting here works without it too.',

  'arrived.refusal.ChangeMalformed':
    'The server did not understand this change. The device of {name} should be updated.',
  'arrived.refusal.DecisionFailed':
    'The server had a fault with this change. Try again; if it happens once more, tell whoever runs Taccuino.',
  'arrived.refusal.KindUnknown': 'The server does not know this kind of record yet. Try again later.',
  'arrived.refusal.NotPermitted': '{name} has no permission for this change. If it is right, write it yourself.',
  'arrived.refusal.RecordUnknown':
    'The server does not have the record of this change. It may still arrive: try again later.',
  'arrived.refusal.RecordExists': 'The server already had this record. Check that it is not there twice.',
  'arrived.refusal.RecordRemoved':
    'The record was deleted before this change arrived. If it is still needed, restore it and try again.',
  'arrived.parted': 'The two records are separate again: you can try it again as it is or correct it here now.',
  'arrived.refusal.RecordMerged': 'The record was merged into another. If the change is right, write it on that one.',
  'arrived.refusal.SubjectUnknown':
    'The server does not have the person of this record. Try again once the person has arrived.',
  'arrived.refusal.ReviewNotAllowed': 'When it arrived the record could no longer be changed like this.',
  'arrived.refusal.ReviewOutdated': 'The record had changed after {name} opened it.',
  'arrived.refusal.ConflictUnknown': 'Somebody had chosen between the two values already: {name}’s choice came later.',
  'arrived.refusal.CommentMissing': 'The comment was missing.',
  'arrived.refusal.TooMany': 'The record already has too many comments or too many different values.',
  'arrived.refusal.ChangeIdReused': 'The server already has another change with the same number.',
} as const satisfies Record<keyof typeof italian, Message>;
