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
  // What people write comes too late for their role, much is refused, and coordinators settle it.
  {
    'role taken away': 14,
    'account moved': 4,
    'role given back': 14,
    settle: 26,
    'see what was settled': 10,
    edit: 26,
    'edit what was refused': 8,
    comment: 8,
    create: 8,
    remove: 3,
    merge: 6,
    unmerge: 10,
    mend: 5,
    retry: 8,
    discard: 4,
    'look again': 16,
    'open a tab': 8,
    'tab crashed': 2,
    'road cut': 14,
    'road bad': 2,
    'road good': 16,
    'backup made': 1,
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
