import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { AgeBracket } from '../lists/age-brackets.ts';
import { Citizenship } from '../lists/countries.ts';
import { Gender } from '../lists/genders.ts';
import { Language } from '../lists/languages.ts';
import { LineOfAction } from '../lists/lines-of-action.ts';
import { NoticeLanguage, NoticeVersion } from '../lists/notice.ts';
import { ResidenceStatus } from '../lists/residence-statuses.ts';
import { CalendarDate, Email, listOf, Note, Phone, ShortText } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { AGE_YEARS_MAX, agesAt, isBracketPossible } from './ages.ts';

/**
 * A person served. Nothing is mandatory, because a first contact is often a nickname on a square; but a record that
 * nobody could recognise again is refused. An age is known by date, by year or by bracket; what is known must agree.
 */
export const Beneficiary = z.strictObject({
  givenName: ShortText.optional(),
  familyName: ShortText.optional(),
  nickname: ShortText.optional(),
  birthDate: CalendarDate.optional(),
  birthYear: z.int().min(1900).max(2199).optional(),
  ageBracket: AgeBracket.optional(),
  gender: Gender.optional(),
  citizenship: listOf(Citizenship).optional(),
  languages: listOf(Language).optional(),
  phone: Phone.optional(),
  email: Email.optional(),
  residenceStatus: ResidenceStatus.optional(),
  /** The day the permit ends: the agenda says in time that it is to be renewed. */
  permitExpiryDate: CalendarDate.optional(),
  /** The informativa that was handed over: when, in which language, which text. */
  notice: z.strictObject({ date: CalendarDate, language: NoticeLanguage, version: NoticeVersion }).optional(),
  linesOfAction: listOf(LineOfAction).optional(),
  note: Note.optional(),
  restrictedNote: Note.optional(),
});
export type Beneficiary = z.infer<typeof Beneficiary>;

export const beneficiaryKind = defineKind({
  kind: 'beneficiary',
  schema: Beneficiary,
  classes: {
    givenName: 'personal',
    familyName: 'personal',
    nickname: 'personal',
    birthDate: 'personal',
    birthYear: 'personal',
    ageBracket: 'open',
    gender: 'open',
    citizenship: 'personal',
    languages: 'open',
    phone: 'personal',
    email: 'personal',
    residenceStatus: 'restricted',
    permitExpiryDate: 'restricted',
    notice: 'open',
    linesOfAction: 'open',
    note: 'personal',
    restrictedNote: 'restricted',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  rules: (fields, context) => [
    ...hintProblems(fields),
    ...birthProblems(fields, context),
    ...noticeProblems(fields, context),
  ],
});

function hintProblems({ givenName, familyName, nickname, phone }: Beneficiary): FieldProblem[] {
  const hasHint = [givenName, familyName, nickname, phone].some((hint) => hint !== undefined);
  return hasHint ? [] : [problem('nickname', 'NoIdentifyingHint')];
}

/** Only what this change touches: a bracket that was right at first contact must not block a later edit of something else. */
function birthProblems(fields: Beneficiary, context: RuleContext): FieldProblem[] {
  if (!isTouched(context, fields, ['birthDate', 'birthYear', 'ageBracket'])) return [];
  const { birthDate, birthYear, ageBracket } = fields;
  const source = birthDate === undefined ? 'birthYear' : 'birthDate';
  const problems: FieldProblem[] = [];
  if (birthDate !== undefined && birthYear !== undefined && Number(birthDate.slice(0, 4)) !== birthYear) {
    problems.push(problem('birthYear', 'BirthContradicts', 'birthDate'));
  }
  const ages = agesAt(context.today, birthDate ?? birthYear);
  if (ages === undefined) return problems;
  if (ages.most < 0) return [...problems, problem(source, 'BirthInFuture')];
  if (ages.least > AGE_YEARS_MAX) return [...problems, problem(source, 'AgeOverLimit')];
  if (ageBracket !== undefined && !isBracketPossible(ageBracket, ages)) {
    problems.push(problem('ageBracket', 'BirthContradicts', source));
  }
  return problems;
}

const noticeProblems = ({ notice }: Beneficiary, { today }: RuleContext): FieldProblem[] =>
  notice !== undefined && notice.date > today ? [problem('notice', 'NoticeDateInFuture')] : [];

const problem = (field: keyof Beneficiary, rule: KindRuleCode, other?: keyof Beneficiary): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
