import type { Message } from '../../message.ts';
import type { rules as italian } from '../it/rules.ts';

export const rules = {
  'rule.ValueMissing': 'This value is needed. Write it or choose it.',
  'rule.ValueInvalid': 'This value is not right. Check it.',
  'rule.ValueTooSmall': 'The number is too small. Check it.',
  'rule.ValueTooBig': 'The number is too big. Check it.',
  'rule.CodeUnknown': 'This choice is not in the list. Choose again.',
  'rule.DateInvalid': 'There is no such day. Write the date like this: 3/11/2026.',
  'rule.DateOutOfRange': 'The year is not possible. Check the date.',
  'rule.TextEmpty': 'The text is empty. Write something or leave this field alone.',
  'rule.ValueTooLong': 'It is too long. Make it shorter.',
  'rule.TextBroken': 'The text has a broken character. Delete it and write it again.',
  'rule.TextHasControls': 'The text has characters that cannot be seen. Delete it and write it again.',
  'rule.ListEmpty': 'Choose at least one.',
  'rule.ListHasTwice': 'The same choice is there twice. Take one away.',
  'rule.PhoneInvalid': 'The phone number is not right. Write digits only, with + if needed.',
  'rule.EmailInvalid': 'The e-mail address is not right. Check the @ and the dot.',
  'rule.FieldUnknown': 'This field is not known yet. Update Taccuino and send again.',

  'rule.NoIdentifyingHint': 'Write at least a name, a nickname or a phone, so that the person can be found again.',
  'rule.BirthInFuture': 'The birth is in the future. Check the date.',
  'rule.AgeOverLimit': 'The person would be over 120 years old. Check the birth.',
  'rule.BirthContradicts': 'Date of birth, year and age do not agree. Correct the wrong one.',
  'rule.NoticeDateInFuture': 'The notice has a future date. Write the day you gave it.',

  'rule.WhoMissing': 'It is missing who the service is for. Choose a person or an anonymous contact.',
  'rule.WhoTwice': 'The service is for a person or for an anonymous contact, not for both. Take one away.',
  'rule.ServiceDateInFuture': 'The service has a future date. Write the day you did it.',
  'rule.ServiceDateBeforeProject': 'The date comes before the start of the project (January 2024). Check it.',

  'rule.DateBeforeReferral': 'This date comes before the referral. Correct one of the two.',
  'rule.DateBeforeAgreement': 'This date comes before the agreement. Correct one of the two.',
  'rule.ExitBeforeEntry': 'The exit comes before the entry. Correct one of the two dates.',
  'rule.ReferralDateInFuture': 'The referral has a future date. Check it.',
  'rule.AgreementDateInFuture': 'The agreement has a future date. Write the day it was signed.',
  'rule.EntryDateInFuture':
    'The entry has a future date, but the stage says it has happened. Correct the date or the stage.',
  'rule.ExitDateInFuture': 'The exit has a future date. If it is only expected, write it in “Expected exit”.',
  'rule.StageNeedsEntryDate': 'This stage needs the date of entry. Write it.',
  'rule.StageNeedsExitDate': 'This stage needs the date of exit. Write it.',
  'rule.StageNeedsExitOutcome': 'This stage needs the outcome of the exit. Choose it.',
  'rule.StageNeedsSituationAtExit': 'This stage needs where the person lives now. Choose one, “Does not know” too.',
  'rule.ExitNeedsExitStage': 'This field counts only after the exit. Change the stage or empty the field.',
  'rule.StageMoveNeedsReason': 'The stage jumps or goes back. Write why.',
  'rule.PlacementOverlaps':
    'The person already has another placement in this period. Close that one or correct the dates.',
} as const satisfies Record<keyof typeof italian, Message>;
