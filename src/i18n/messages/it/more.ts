import type { Message } from '../../message.ts';

/** The page of further places. */
export const more = {
  'more.title': 'Strumenti',
  'more.list': 'Tutti gli strumenti',
  'more.mine': 'Tutto quello che hai registrato, con il suo stato',
  'more.safety': 'Che cosa è qui, che cosa è al sicuro',
  'more.settings': 'Impostazioni',
  'more.settingsHint': 'Lingua, colori, password, dispositivi',
} as const satisfies Record<string, Message>;
