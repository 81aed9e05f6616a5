import type { Message } from '../../message.ts';

/** The page of further places, and the scanner that several of them open. */
export const more = {
  'more.title': 'Strumenti',
  'more.list': 'Tutti gli strumenti',
  'more.mine': 'Tutto quello che hai registrato, con il suo stato',
  'more.safety': 'Che cosa è qui, che cosa è al sicuro',
  'more.settings': 'Impostazioni',
  'more.settingsHint': 'Lingua, colori, password, dispositivi',
  'scan.video': 'Immagine della fotocamera',
  'scan.starting': 'Apro la fotocamera',
  'scan.looking': 'Inquadra il codice.',
  'scan.denied': 'La fotocamera non è permessa. Permettila nelle impostazioni del browser, oppure scrivi il codice.',
  'scan.missing': 'Qui non trovo una fotocamera libera. Scrivi il codice.',
  'scan.typed': 'Codice',
  'scan.find': 'Cerca',
} as const satisfies Record<string, Message>;
