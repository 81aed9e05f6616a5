/** See kind-steps.ts. */
export const KIND_STEPS = {
  'book an appointment': 1,
  'open a course': 1,
  'hold a session': 1.5,
  'enrol somebody': 1.5,
  'tick somebody off': 1.5,
  'give a card': 1,
  'keep an office': 1,
  'open a pathway': 1,
  // Only on days that are full of them: see days.ts.
  'answer a questionnaire': 0,
  'issue a certificate': 0,
  'write a practice': 0,
  'answer a practice': 0,
  'validate a practice': 0,
  'write beside it': 0,
} as const;
export type KindStep = keyof typeof KIND_STEPS;

export const isKindStep = (step: string): step is KindStep => Object.hasOwn(KIND_STEPS, step);

/** See home-steps.ts; each is common on one day of days.ts. */
export const HOME_STEPS = {
  'begin a household': 0,
  'join a household': 0,
  'leave a household': 0,
  'find a landlord': 0,
  'offer a dwelling': 0,
  'place somebody': 0,
  'move somebody': 0,
  'keep them all the same': 0,
  'change the places': 0,
  'move somebody out': 0,
  'tell a month': 0,
  'ask after the exit': 0,
  pay: 0,
  'set another sum': 0,
  'set a ceiling': 0,
  'note a stage': 0,
  'say they are two': 0,
  'think again': 0,
} as const;
export type HomeStep = keyof typeof HOME_STEPS;

export const isHomeStep = (step: string): step is HomeStep => Object.hasOwn(HOME_STEPS, step);

/** See door-steps.ts. */
export const DOOR_STEPS = {
  'show the code': 0,
  'end the code': 0,
  'come in': 0,
  'open the phone again': 0,
  'one more': 0,
  'scan a card': 0,
  'write the hours': 0,
} as const;
export type DoorStep = keyof typeof DOOR_STEPS;

export const isDoorStep = (step: string): step is DoorStep => Object.hasOwn(DOOR_STEPS, step);

/** See desk-steps.ts. */
export const DESK_STEPS = {
  'save a rescue file': 2,
  'carry a rescue file in': 3,
  'reset a password': 1,
  'try a former password': 2,
} as const;
export type DeskStep = keyof typeof DESK_STEPS;

export const isDeskStep = (step: string): step is DeskStep => Object.hasOwn(DESK_STEPS, step);

/** What people do, by weight; what cannot be done now is not done. */
export const PEOPLE_STEPS = {
  create: 10,
  serve: 7,
  'log a contact': 5,
  edit: 16,
  'edit a little later': 4,
  'edit there and back': 5,
  comment: 4,
  validate: 5,
  return: 4,
  reopen: 1,
  resolve: 6,
  settle: 14,
  'hold an event': 3,
  'count somebody': 6,
  remove: 2,
  restore: 2,
  merge: 1.5,
  unmerge: 1,
  undo: 3,
  mend: 3,
  retry: 3,
  discard: 2,
  draft: 2,
  lock: 2,
  unlock: 5,
  'open a tab': 6,
  'open a second tab': 3,
  'hand the tablet over': 4,
  'close a tab': 2,
  'look again': 4,
  'see what was settled': 3,
  // Only on the day that is full of it: see days.ts.
  'edit what was refused': 0,
  attach: 0,
  'take a practice back': 0,
  ...KIND_STEPS,
  ...HOME_STEPS,
  ...DOOR_STEPS,
  ...DESK_STEPS,
} as const;
export type PeopleStep = keyof typeof PEOPLE_STEPS;
