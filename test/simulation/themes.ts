import type { StepFault } from './faults.ts';
import type { PeopleStep } from './people-step-weights.ts';

/** Days of which one thing is full, so that what is rare meets itself: in one seed of ten, the themes in turn. */
type Theme = Partial<Record<PeopleStep | StepFault, number>>;

const THEMES: readonly Theme[] = [
  // Passwords are forgotten, and the old ones tried.
  {
    'reset a password': 12,
    'try a former password': 25,
    'hand the tablet over': 8,
    'open a tab': 15,
    'close a tab': 8,
    lock: 6,
    unlock: 15,
    edit: 12,
    'look again': 15,
    'sessions ended': 2,
    'tab crashed': 2,
  },
  // Much is refused, and coordinators settle it.
  {
    'role taken away': 8,
    'role given back': 10,
    settle: 45,
    'see what was settled': 4,
    edit: 20,
    'edit what was refused': 10,
    comment: 8,
    create: 8,
    remove: 6,
    merge: 6,
    unmerge: 10,
    mend: 3,
    retry: 4,
    discard: 3,
    'look again': 20,
    'open a tab': 10,
    'tab crashed': 3,
    'road bad': 2,
    'road good': 4,
  },
  // No network, paper and sticks, a server that comes back from a backup.
  {
    'save a rescue file': 20,
    'carry a rescue file in': 25,
    edit: 20,
    create: 15,
    lock: 8,
    unlock: 6,
    'open a tab': 10,
    'road cut': 8,
    'road good': 12,
    'look again': 12,
    'backup made': 8,
    'backup restored': 8,
    'account closed': 3,
    'account opened again': 4,
    'device revoked': 1,
    'profile cloned': 2,
    'tab crashed': 3,
  },
];
const THEMED_EVERY = 10;

export const findTheme = (seed: number): Theme | undefined =>
  seed % THEMED_EVERY === THEMED_EVERY - 1 ? THEMES[Math.floor(seed / THEMED_EVERY) % THEMES.length] : undefined;

/** What is common on any of the days below, whatever it is full of. */
const EVERY_DAY: Theme = {
  create: 6,
  edit: 4,
  validate: 2,
  resolve: 3,
  settle: 4,
  remove: 4,
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

/** Days of one kind of work, two seeds of ten: what people write then leans on each other, and two of them mean the same. */
const DAYS: readonly Theme[] = [
  {
    'begin a household': 8,
    'join a household': 30,
    'leave a household': 12,
    'say they are two': 3,
    merge: 6,
    unmerge: 5,
  },
  {
    'find a landlord': 5,
    'offer a dwelling': 8,
    'place somebody': 30,
    'move somebody': 15,
    'change the places': 6,
    'keep them all the same': 4,
    'move somebody out': 5,
    'note a stage': 3,
    create: 10,
  },
  { 'place somebody': 10, 'tell a month': 30, 'move somebody out': 5, 'ask after the exit': 12, 'think again': 12 },
  { 'place somebody': 8, pay: 35, 'set another sum': 8, 'set a ceiling': 14 },
  {
    'open a course': 4,
    'hold a session': 8,
    'enrol somebody': 15,
    'tick somebody off': 20,
    'answer a questionnaire': 6,
    'issue a certificate': 8,
  },
  { 'write a practice': 15, 'answer a practice': 12, 'validate a practice': 25, 'write beside it': 10 },
  { 'hold an event': 12, 'count somebody': 35, 'give a card': 8 },
  { serve: 8, create: 12 },
];

/** The day of a seed that ends in 7 or 8. */
export function findDay(seed: number): Theme | undefined {
  const place = (seed % THEMED_EVERY) - 7;
  if (place !== 0 && place !== 1) return undefined;
  return { ...EVERY_DAY, ...DAYS[(Math.floor(seed / THEMED_EVERY) * 2 + place) % DAYS.length] };
}
