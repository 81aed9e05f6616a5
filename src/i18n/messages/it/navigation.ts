import type { Message } from '../../message.ts';

export const navigation = {
  'nav.today': 'Oggi',
  'nav.people': 'Persone',
  'nav.housing': 'Abitare',
  'nav.events': 'Eventi',
  'nav.progress': 'Andamento',
  'nav.review': 'Da validare',
  'nav.attention': 'Da sistemare',
  'nav.record': 'Registra',
  'nav.more': 'Altro',
} as const satisfies Record<string, Message>;
