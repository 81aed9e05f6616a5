import type { Message } from '../../message.ts';
import type { navigation as italian } from '../it/navigation.ts';

export const navigation = {
  'nav.today': 'Today',
  'nav.people': 'People',
  'nav.housing': 'Housing',
  'nav.events': 'Events',
  'nav.progress': 'Progress',
  'nav.review': 'To validate',
  'nav.attention': 'To put right',
  'nav.record': 'Record',
  'nav.more': 'More',
} as const satisfies Record<keyof typeof italian, Message>;
