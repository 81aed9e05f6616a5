import type { PeopleStep } from './people-step-weights.ts';
import { THEMED_EVERY, type Theme } from './themes.ts';

/**
 * Days of one kind of work, two seeds of ten: what people write then leans on each other, and two of them mean the same. `morning` is done
 * before the seed's steps, while all is well, so that there is something to lean on.
 */
type Day = {
  readonly morning: readonly PeopleStep[];
  readonly steps: Theme;
  /** Photos hang on records, and are carried up. */
  readonly isOfFiles?: boolean;
  /** Another city reads what this one shares. */
  readonly isSharedAbroad?: boolean;
};

/** What is common on each of them. */
const EVERY_DAY: Theme = {
  create: 4,
  edit: 4,
  validate: 2,
  resolve: 3,
  settle: 4,
  remove: 3,
  restore: 3,
  merge: 2,
  unmerge: 2,
  undo: 2,
  mend: 2,
  retry: 3,
  discard: 2,
  'hand the tablet over': 2,
  'open a tab': 5,
  'look again': 4,
  'write beside it': 3,
  'tab crashed': 2,
  'tab crashed at a boundary': 2,
  'backup made': 1,
  'backup restored': 1,
  'database evicted': 0.5,
  'road cut': 6,
  'road bad': 4,
  'road good': 8,
};

const DAYS: readonly Day[] = [
  {
    morning: ['begin a household', 'begin a household'],
    steps: {
      'begin a household': 4,
      'join a household': 30,
      'leave a household': 12,
      'say they are two': 3,
      merge: 6,
      unmerge: 5,
    },
  },
  {
    morning: ['create', 'find a landlord', 'offer a dwelling'],
    steps: {
      'find a landlord': 3,
      'offer a dwelling': 5,
      'place somebody': 30,
      'move somebody': 15,
      'change the places': 6,
      'keep them all the same': 4,
      'move somebody out': 5,
      'note a stage': 3,
      create: 10,
    },
  },
  {
    morning: ['offer a dwelling', 'place somebody'],
    steps: {
      'place somebody': 6,
      'tell a month': 30,
      'move somebody out': 4,
      'ask after the exit': 12,
      'think again': 12,
    },
  },
  {
    morning: ['offer a dwelling', 'place somebody', 'set a ceiling'],
    steps: { 'place somebody': 4, pay: 35, 'set another sum': 8, 'set a ceiling': 14 },
  },
  {
    morning: ['open a course', 'hold a session', 'enrol somebody'],
    steps: {
      'open a course': 2,
      'hold a session': 6,
      'enrol somebody': 15,
      'tick somebody off': 20,
      'answer a questionnaire': 6,
      'issue a certificate': 8,
    },
  },
  {
    morning: ['write a practice'],
    isOfFiles: true,
    isSharedAbroad: true,
    steps: {
      'write a practice': 8,
      'answer a practice': 8,
      'validate a practice': 22,
      'take a practice back': 14,
      'write beside it': 8,
      attach: 14,
    },
  },
  {
    morning: ['hold an event', 'give a card', 'give a card', 'show the code', 'come in', 'come in'],
    steps: {
      'hold an event': 2,
      'count somebody': 15,
      'give a card': 4,
      'show the code': 3,
      'come in': 3,
      'open the phone again': 6,
      'one more': 8,
      'scan a card': 25,
      'write the hours': 6,
      'end the code': 1,
    },
  },
  {
    morning: ['attach'],
    isOfFiles: true,
    steps: {
      serve: 4,
      create: 4,
      attach: 40,
      lock: 3,
      unlock: 6,
      'backup made': 4,
      'backup restored': 4,
      'device revoked': 4,
      'account closed': 1.5,
      'account opened again': 4,
    },
  },
];

/** The day of a seed that ends in 7 or 8. */
export function findDay(seed: number): Day | undefined {
  const place = (seed % THEMED_EVERY) - 7;
  if (place !== 0 && place !== 1) return undefined;
  const day = DAYS[(Math.floor(seed / THEMED_EVERY) * 2 + place) % DAYS.length];
  return day && { ...day, steps: { ...EVERY_DAY, ...day.steps } };
}
