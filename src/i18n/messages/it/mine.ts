// My records by state.
import type { Message } from '../../message.ts';

export const mine = {
  'mine.title': 'Quello che ho scritto',
  'mine.filters': 'Quali mostrare',
  'mine.all': 'Tutti',
  'mine.here': 'Salvati qui',
  'mine.attention': 'Da sistemare',
  'mine.returned': 'Tornati',
  'mine.server': 'Sul server',
  'mine.validated': 'Validati',
  'mine.list': 'Le mie schede',
  'mine.empty': 'Non hai ancora scritto niente',
  'mine.emptyHow': 'Quello che registri resta qui, con il suo stato.',
  'mine.emptyFilter': 'Niente in questo stato',
  'mine.emptyHere': 'Quello che hai scritto è già partito.',
  'mine.showAll': 'Mostra tutti',
} as const satisfies Record<string, Message>;
