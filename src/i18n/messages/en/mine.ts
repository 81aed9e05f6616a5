import type { Message } from '../../message.ts';
import type { mine as italian } from '../it/mine.ts';

export const mine = {
  'mine.title': 'What I wrote',
  'mine.filters': 'Which ones to show',
  'mine.all': 'All',
  'mine.here': 'Saved here',
  'mine.attention': 'To put right',
  'mine.returned': 'Returned',
  'mine.server': 'On the server',
  'mine.validated': 'Validated',
  'mine.list': 'My records',
  'mine.empty': 'You have not written anything yet',
  'mine.emptyHow': 'What you record stays here, with its state.',
  'mine.emptyFilter': 'Nothing in this state',
  'mine.emptyHere': 'What you wrote has already been sent.',
  'mine.showAll': 'Show all',
} as const satisfies Record<keyof typeof italian, Message>;
