// What both sides of the lock say: it belongs to the first file of the app, so only what a locked screen needs stands here.
import type { Message } from '../../message.ts';

export const bothSides = {
  'pill.offline': {
    zero: 'Senza rete',
    one: 'Senza rete · {n} salvato qui',
    other: 'Senza rete · {n} salvati qui',
  },
  'pill.waiting': { one: '{n} salvato qui, da inviare', other: '{n} salvati qui, da inviare' },

  quoted: '«{text}»',

  'verb.retry': 'Riprova',
  'verb.show': 'Mostra',
  'verb.hide': 'Nascondi',

  'trouble.QuotaExceeded':
    'Lo spazio su questo dispositivo è finito. Quello che hai scritto è ancora qui sullo schermo: libera spazio e salva di nuovo.',
  'trouble.DatabaseBlocked': 'Taccuino è aperto in un’altra scheda con una versione vecchia. Chiudila e riprova.',
  'trouble.DatabaseMissing': 'I dati di questo dispositivo non ci sono più: il browser li ha cancellati.',
  'trouble.DatabaseUnavailable':
    'Questo browser non lascia salvare dati. Apri Taccuino in una finestra normale, non in incognito.',
  'trouble.DatabaseNewer': 'I dati sono di una versione più nuova di Taccuino. Aggiorna l’app: i dati restano qui.',
  'trouble.ConnectionInsecure': 'La connessione non è protetta: l’indirizzo deve cominciare con https://.',
  'trouble.unknown': 'Non è andata. Riprova; se succede ancora, chiedi a chi coordina.',
} as const satisfies Record<string, Message>;
