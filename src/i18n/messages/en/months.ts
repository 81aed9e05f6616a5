import type { Message } from '../../message.ts';
import type { months as italian } from '../it/months.ts';

export const months = {
  'month.title': 'Month by month',
  'month.new': 'How the month went',
  'month.correct': 'Correct the month',
  'month.tellMissing': 'Add {month}, which is missing',
  'month.tell': 'Write {month}',
  'month.meeting': 'Meeting',
  'month.contract': 'Contract, rent and restricted note',
  'month.openOther': 'Open the month that is there',
  'month.openPlacement': 'Open the placement',

  'double.title': '“{what}” was there already',
  'double.text': 'Another device wrote it first. Yours is still here: choose what stays.',
  'double.line': '{field}: here {here}, written already {there}',
  'double.nothing': 'nothing',
  'double.unmovable':
    '{field}: yours cannot move into somebody else’s record. Tell the coordinator before you let it go.',
  'double.keep': 'Keep what is there',
  'double.use': 'Use what I wrote',
  'double.done': 'Settled.',
} as const satisfies Record<keyof typeof italian, Message>;
