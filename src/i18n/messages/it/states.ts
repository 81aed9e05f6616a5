// `pill.*`: the state of this device, at the top of every screen. `state.*`: the state of one record, beside it.
// "Al sicuro" may be said only after a receipt of the server (law 5), "salvato" only after the write is durable.
import type { Message } from '../../message.ts';

export const states = {
  'pill.sending': 'Invio… {n} di {m}',
  'pill.safe': 'Tutto al sicuro · {time}',
  'pill.attention': '{n} da sistemare',
  /** After `pill.attention`. */
  'pill.savedHere': { one: '{n} salvato qui', other: '{n} salvati qui' },

  'state.savedHere': 'salvato qui',
  'state.sending': 'invio',
  'state.onServer': 'sul server',
  'state.onServerAt': 'sul server {when}',
  'state.attention': 'da sistemare',
  'state.validated': 'validato',
  'state.returned': 'tornato',
  'state.locked': 'chiuso',
} as const satisfies Record<string, Message>;
