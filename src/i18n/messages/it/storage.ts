// Storage that does not open, told at length: fetched when it happens. `trouble.*` says the same in a line, should nothing more come.
import type { Message } from '../../message.ts';

export const storage = {
  'entrance.storage.enrolAgain': 'Collega di nuovo questo dispositivo',
  'entrance.storage.DatabaseMissing.title': 'I dati di questo dispositivo non ci sono più',
  'entrance.storage.DatabaseMissing.fact':
    'Il browser li ha cancellati, da solo o per mano di qualcuno. Quello che era già sul server è rimasto là. Quello che non era ancora partito da qui manca.',
  'entrance.storage.DatabaseMissing.way':
    'Avvisa subito chi coordina e scrivi su carta che cosa avevi registrato negli ultimi giorni. Poi collega di nuovo il dispositivo con un codice nuovo.',
  'entrance.storage.DatabaseUnavailable.title': 'Questo browser non lascia salvare dati',
  'entrance.storage.DatabaseUnavailable.fact':
    'Senza salvare qui non possiamo prometterti niente: per questo Taccuino non si apre.',
  'entrance.storage.DatabaseUnavailable.way':
    'Apri Taccuino in una finestra normale, non in incognito. Se succede ancora, chiudi il browser, riaprilo e riprova.',
  'entrance.storage.ConnectionInsecure.title': 'La connessione non è protetta',
  'entrance.storage.ConnectionInsecure.fact':
    'Senza connessione protetta il browser non può cifrare: per questo Taccuino non si apre.',
  'entrance.storage.ConnectionInsecure.way':
    'L’indirizzo deve cominciare con https://. Chiedi l’indirizzo giusto a chi coordina o a chi gestisce Taccuino.',
  'entrance.storage.DatabaseBlocked.title': 'Taccuino è aperto anche altrove',
  'entrance.storage.DatabaseBlocked.fact':
    'Un’altra scheda del browser usa ancora la versione vecchia. I dati sono qui.',
  'entrance.storage.DatabaseBlocked.way': 'Chiudi le altre schede di Taccuino e riprova.',
  'entrance.storage.DatabaseNewer.title': 'Serve la versione nuova di Taccuino',
  'entrance.storage.DatabaseNewer.fact':
    'I dati qui sono di una versione più nuova di questa. Ci sono tutti, non li tocchiamo.',
  'entrance.storage.DatabaseNewer.way': 'Con la rete, chiudi Taccuino, riaprilo e riprova: si aggiorna da solo.',
  'entrance.storage.QuotaExceeded.title': 'Lo spazio su questo dispositivo è finito',
  'entrance.storage.QuotaExceeded.fact':
    'Quello che era già salvato c’è ancora. Per aprire Taccuino serve un po’ di posto.',
  'entrance.storage.QuotaExceeded.way':
    'Togli foto, video o app che non servono e riprova. Non cancellare i dati del browser.',
} as const satisfies Record<string, Message>;
