import type { NewChange } from '../../src/device/open-vault.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { createCardCode } from '../../src/domain/card-code.ts';
import { createCertificateCode } from '../../src/domain/certificate-code.ts';
import type { Fields } from '../../src/domain/json-value.ts';
import type { Id } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { editOf } from './home-steps.ts';
import type { KindStep } from './people-step-weights.ts';
import type { Random } from './random.ts';

/** Records of every kind that people make at the simulated desk and in the street; each leans on others that came from anybody. */
export type Desk = {
  /** What is neither removed nor merged away. */
  readonly living: readonly RecordEnvelope[];
  readonly removed: readonly RecordEnvelope[];
  readonly actor: Actor;
  readonly isCoordinator: boolean;
  readonly today: string;
  readonly newId: () => Id;
  readonly random: Random;
};

/** Undefined where there is nothing to lean on yet. */
export function makeRecord(
  step: KindStep,
  { living, actor, isCoordinator, today, newId, random }: Desk,
): NewChange | undefined {
  // Mostly what everybody works on.
  const pick = (kind: string) => random.pick(living.filter((one) => one.kind === kind).slice(0, 3))?.id;
  const create = (kind: string, fields: Fields): NewChange => ({ type: 'create', recordId: newId(), kind, fields });
  switch (step) {
    case 'book an appointment': {
      const beneficiary = pick('beneficiary');
      const who = beneficiary === undefined || random.chance(0.3) ? {} : { beneficiary };
      return create('appointment', { what: 'Questura', date: today, state: 'PLAN', ...who });
    }
    case 'open a course':
      return create('course', { title: `Corso ${random.below(99)}`, startDate: today, state: 'PLAN' });
    case 'hold a session': {
      const course = pick('course');
      return course && create('course-session', { course, date: today, minutes: 120 });
    }
    case 'enrol somebody': {
      const course = pick('course');
      // Few names: two offices enrol the same operator.
      const familyName = random.pick(['Rossi', 'Neri', 'Costa']) ?? 'Rossi';
      return course && create('enrolment', { course, givenName: 'Anna', familyName, municipality: 'Genova' });
    }
    case 'tick somebody off': {
      const [session, enrolment] = [pick('course-session'), pick('enrolment')];
      return session && enrolment ? create('course-attendance', { session, enrolment }) : undefined;
    }
    case 'give a card': {
      const beneficiary = pick('beneficiary');
      return (
        beneficiary && create('card', { beneficiary, code: createCardCode(newId), state: 'ACTV', issuedDate: today })
      );
    }
    case 'keep an office':
      return isCoordinator ? create('office', { name: `Sportello ${random.below(9)}`, type: 'COMU' }) : undefined;
    case 'answer a questionnaire': {
      const course = pick('course');
      return course && create('course-feedback', { course, useful: random.between(1, 5) });
    }
    case 'issue a certificate': {
      const enrolment = pick('enrolment');
      const code = createCertificateCode(actor.municipality, newId);
      const paper = { code, courseTitle: 'Corso', minutes: 120, courseMinutes: 120, issuedDate: today, state: 'VALD' };
      return isCoordinator && enrolment !== undefined ? create('certificate', { enrolment, ...paper }) : undefined;
    }
    case 'write a practice': {
      const texts = { problem: 'Solitudine', done: 'Un orto nel parco', office: 'Servizi sociali' };
      return create('practice', { title: `Orto ${random.below(99)}`, ...texts });
    }
    case 'answer a practice': {
      const practice = pick('practice');
      return (
        practice && create('practice-reply', { practice, outcome: 'WORK', text: `Anche da noi ${random.below(99)}` })
      );
    }
    case 'validate a practice': {
      const shown = living.filter(({ kind, municipality }) => isPractice(kind) && municipality === actor.municipality);
      const one = random.pick(shown.filter(({ review }) => review.state === 'submitted'));
      if (one === undefined || !isCoordinator) return undefined;
      return { type: 'review', recordId: one.id, kind: one.kind, seenVersion: one.version, verb: 'validate' };
    }
    case 'write beside it': {
      const one = random.pick(living.filter(({ kind }) => WITH_NOTES.includes(kind)).slice(0, 6));
      return one && editOf(one, { [one.kind === 'practice' ? 'cost' : 'note']: `N${random.below(99)}` });
    }
    case 'open a pathway': {
      const beneficiary = pick('beneficiary');
      return (
        beneficiary && create('placement', { beneficiary, stage: 'SEGN', referralDate: today, measures: ['COHO'] })
      );
    }
  }
}

const WITH_NOTES: readonly string[] = [
  'household',
  'landlord',
  'dwelling',
  'monthly-situation',
  'contribution',
  'practice',
];
export const isPractice = (kind: string): boolean => kind.startsWith('practice');
