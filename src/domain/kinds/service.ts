import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { AgeBracket } from '../lists/age-brackets.ts';
import { Gender } from '../lists/genders.ts';
import { Language } from '../lists/languages.ts';
import { PlaceKind } from '../lists/place-kinds.ts';
import { ReferralOutcome } from '../lists/referral-outcomes.ts';
import { ServiceOutcome } from '../lists/service-outcomes.ts';
import { ServiceType } from '../lists/service-types.ts';
import { CalendarDate, Id, listOf, Note, ShortText, TimeOfDay } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import { RoundedPoint } from '../rounded-point.ts';
import type { KindRuleCode } from '../rule-codes.ts';

/** The third edition of LGNet began in January 2024; an older date is a slip of the finger. */
export const SERVICE_DATE_EARLIEST = '2024-01-01';
export const MINUTES_MAX = 24 * 60;
/** More people than any stop or event of a mobile unit meets in one contact. */
export const CONTACT_COUNT_MAX = 500;

/** Somebody met without being registered, or a group of people: whatever is known, and how many they were. */
export const AnonymousContact = z.strictObject({
  nickname: ShortText.optional(),
  language: Language.optional(),
  gender: Gender.optional(),
  ageBracket: AgeBracket.optional(),
  count: z.int().min(1).max(CONTACT_COUNT_MAX),
});
export type AnonymousContact = z.infer<typeof AnonymousContact>;

/**
 * Something done for somebody on one day: a registered person (`beneficiary`) or an anonymous contact. Both together say that the
 * contact turned out to be that person: what was known of the contact stays, and whoever counts goes by the person.
 *
 * beneficiary | contact            | then
 * ----------- | ------------------ | ----
 * no          | no                 | WhoMissing
 * no          | any                | anonymous
 * yes         | no                 | a known person
 * yes         | of one             | a contact linked to its person
 * yes         | of more than one   | WhoTwice: a group is not one person
 */
export const Service = z.strictObject({
  types: listOf(ServiceType),
  date: CalendarDate,
  time: TimeOfDay.optional(),
  minutes: z.int().min(1).max(MINUTES_MAX).optional(),
  placeKind: PlaceKind.optional(),
  place: ShortText.optional(),
  /** Taken from the device by a tap, never by itself. */
  placePoint: RoundedPoint.optional(),
  beneficiary: Id.optional(),
  contact: AnonymousContact.optional(),
  /** Given to several people in one save: the id of the first of these services, the same in all of them. */
  group: Id.optional(),
  /** Done for the whole household: one service for each who was there, each of them says so. */
  householdId: Id.optional(),
  /** Who gave it, in words: a colleague or a partner; the author of the record is in its envelope. */
  givenBy: ShortText.optional(),
  /** In which language somebody mediated. */
  mediationLanguage: Language.optional(),
  outcome: ServiceOutcome.optional(),
  /** Where the person was sent: an office of the directory, or else in words. */
  referralOffice: Id.optional(),
  referralTo: ShortText.optional(),
  /** What became of the referral; asked two weeks later. */
  referralOutcome: ReferralOutcome.optional(),
  note: Note.optional(),
  restrictedNote: Note.optional(),
});
export type Service = z.infer<typeof Service>;

export const serviceKind = defineKind({
  kind: 'service',
  schema: Service,
  classes: {
    types: 'open',
    date: 'open',
    time: 'open',
    minutes: 'open',
    placeKind: 'open',
    // A home visit's place is an address, and where somebody was referred to may tell an illness.
    place: 'personal',
    placePoint: 'personal',
    beneficiary: 'open',
    contact: 'personal',
    group: 'open',
    householdId: 'open',
    givenBy: 'open',
    mediationLanguage: 'open',
    outcome: 'open',
    referralOffice: 'open',
    referralTo: 'personal',
    referralOutcome: 'open',
    note: 'personal',
    restrictedNote: 'restricted',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  subjectField: 'beneficiary',
  subjectKind: 'beneficiary',
  rules: (fields, context) => [...whoProblems(fields), ...dateProblems(fields, context)],
});

function whoProblems({ beneficiary, contact }: Service): FieldProblem[] {
  if (beneficiary === undefined && contact === undefined) return [problem('beneficiary', 'WhoMissing')];
  const isGroup = contact !== undefined && contact.count > 1;
  return beneficiary !== undefined && isGroup ? [problem('beneficiary', 'WhoTwice', 'contact')] : [];
}

function dateProblems({ date }: Service, { today }: RuleContext): FieldProblem[] {
  if (date > today) return [problem('date', 'ServiceDateInFuture')];
  if (date < SERVICE_DATE_EARLIEST) return [problem('date', 'ServiceDateBeforeProject')];
  return [];
}

const problem = (field: keyof Service, rule: KindRuleCode, other?: keyof Service): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
