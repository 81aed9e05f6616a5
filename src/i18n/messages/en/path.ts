import type { Message } from '../../message.ts';
import type { path as italian } from '../it/path.ts';

export const path = {
  'path.now': 'Now',
  'path.waiting': 'Why it waits',
  'path.next': 'Next thing to do',
  'path.nextBy': 'by {name}',
  'path.late': 'late',
  'path.say': 'Note why it waits or what is missing',
  'path.change': 'Change',
  'path.formTitle': 'Why it waits and what to do',
  'path.toDo': 'To do',
  'path.title': 'The whole path',
  'path.whole': { one: 'Show all ({n})', other: 'Show all ({n})' },
  'path.by': 'written by {name}',
  'path.opened': 'Placement opened',
  'path.month': 'Situation of the month',
  'path.paid': 'Paid {money}',
  'path.planned': 'Planned {money}',
  'path.returned': 'Came back {money}',
  'path.followUp': 'Follow-up after the exit',
  'path.newFollowUp': 'Follow-up after the exit',
  'path.correctFollowUp': 'Correct the follow-up',
  'path.openOther': 'Open the follow-up that is there',
  'path.correctStep': 'Correct the stage',
} as const satisfies Record<keyof typeof italian, Message>;
