import type { StepFault } from './faults.ts';
import type { PeopleStep } from './people-step-weights.ts';

/** Days of which one thing is full, so that what is rare meets itself: in one seed of ten, the themes in turn. */
export type Theme = Partial<Record<PeopleStep | StepFault, number>>;

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
export const THEMED_EVERY = 10;

export const findTheme = (seed: number): Theme | undefined =>
  seed % THEMED_EVERY === THEMED_EVERY - 1 ? THEMES[Math.floor(seed / THEMED_EVERY) % THEMES.length] : undefined;
