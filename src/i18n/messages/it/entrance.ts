// The doors before the lock; joining, signing in and storage that does not open have files of their own. These sentences promise
// only what holds while nobody has unlocked: never "al sicuro".
import type { Message } from '../../message.ts';

export const entrance = {
  'entrance.brand': 'Il taccuino del lavoro sul campo',
  'entrance.password': 'Password',
  'entrance.passwordMissing': 'Scrivi la password.',

  'entrance.signIn.go': 'Entra',

  'entrance.unlock.title': 'Chi sei?',
  'entrance.unlock.other': 'Altra persona',
  'entrance.unlock.needsNetwork': 'serve la rete',
  'entrance.unlock.otherText':
    'La prima volta entri con il tuo nome di accesso e la rete. Gli altri non vedono il tuo lavoro.',
  'entrance.unlock.waiting': { zero: 'tutto inviato', one: '{n} da inviare', other: '{n} da inviare' },
  'entrance.unlock.mailed': {
    one: '{n} salvato qui, già al sicuro sul server',
    other: '{n} salvati qui, già al sicuro sul server',
  },
  'entrance.unlock.attention': { one: '{n} da sistemare', other: '{n} da sistemare' },
  'entrance.unlock.hint': 'Si apre anche senza rete. Quello che c’è qui si legge solo con la tua password.',
  'entrance.unlock.go': 'Sblocca',
  'entrance.unlock.opening': 'Apro le schede',
  'entrance.unlock.progress': '{n} di {m}',
  'entrance.unlock.forgot': 'Password dimenticata? Il tuo lavoro non va perso',
  'entrance.unlock.forgotWork':
    'Quello che hai scritto aspetta qui, chiuso, e parte da solo appena c’è rete. Non cancellare i dati del browser.',
  'entrance.unlock.forgotAsk':
    'Chiama chi coordina: ti dà una password nuova. Entra qui con quella, con la rete: ritrovi tutto.',
  'entrance.unlock.newPassword': 'Entra con la password nuova',

  'entrance.trouble.Offline': 'Qui serve la rete e adesso non c’è risposta. Controlla la connessione e riprova.',
  'entrance.trouble.WrongPassword': 'Questa non è la password giusta. Riprova: guarda anche maiuscole e tastiera.',
  'entrance.trouble.PasswordStale':
    'La tua password è cambiata. Entra con quella nuova: serve la rete. Il tuo lavoro è qui e non va perso.',
  'entrance.trouble.QuotaExceeded': 'Lo spazio su questo dispositivo è finito. Libera spazio e riprova.',
  'entrance.trouble.DeviceRevoked':
    'Questo dispositivo è stato disattivato. Chiedi a chi coordina: per usarlo ancora serve un codice nuovo.',
  'entrance.trouble.SlotDamaged':
    'La chiave su questo dispositivo è rovinata. Entra con la tua password e la rete: il lavoro è qui e si riapre. Non cancellare niente.',
} as const satisfies Record<string, Message>;
