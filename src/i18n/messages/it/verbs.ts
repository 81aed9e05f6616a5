import type { Message } from '../../message.ts';

export const verbs = {
  'verb.save': 'Salva',
  'verb.correct': 'Correggi',
  'verb.return': 'Rimanda con commento',
  'verb.validate': 'Valida',
  'verb.mend': 'Sistema',
  'verb.cancel': 'Annulla',
  'verb.undo': 'Annulla',
  'verb.back': 'Indietro',
  'verb.other': 'Altro…',
  'verb.close': 'Chiudi',
  'verb.change': 'Cambia',
  'verb.continue': 'Continua',
} as const satisfies Record<string, Message>;
