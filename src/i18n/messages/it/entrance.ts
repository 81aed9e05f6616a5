// The doors before the lock: joining, signing in, unlocking, and storage that does not open. These sentences promise only
// what holds while nobody has unlocked: never "al sicuro".
import type { Message } from '../../message.ts';

export const entrance = {
  'entrance.brand': 'Il taccuino del lavoro sul campo',
  'entrance.password': 'Password',
  'entrance.passwordMissing': 'Scrivi la password.',

  'entrance.enrol.title': 'Collega questo dispositivo',
  'entrance.enrol.intro':
    'Si fa una volta sola e serve la rete. Dopo, ogni persona entra con il suo nome e la sua password.',
  'entrance.enrol.code': 'Codice',
  'entrance.enrol.codeHint': 'Te lo dà chi coordina il servizio nel tuo Comune. Per esempio D969-7K3M-9QXT.',
  'entrance.enrol.codeMissing': 'Scrivi il codice che ti ha dato chi coordina.',
  'entrance.enrol.label': 'Nome del dispositivo',
  'entrance.enrol.labelHint': 'Per riconoscerlo, per esempio «Unità mobile 2». Non scriverci nomi di destinatari.',
  'entrance.enrol.labelMissing': 'Dai un nome al dispositivo, per esempio «Sportello 1».',
  'entrance.enrol.go': 'Collega',
  'entrance.enrol.noCode': 'Non hai un codice?',
  'entrance.enrol.noCodeText':
    'Chiedilo a chi coordina LGNet nel tuo Comune: lo prepara in un minuto. Vale per un solo dispositivo e per poco tempo.',

  'entrance.signIn.title': 'Entra',
  'entrance.signIn.intro': 'La prima volta su questo dispositivo serve la rete. Poi apri il tuo lavoro anche senza.',
  'entrance.signIn.username': 'Nome di accesso',
  'entrance.signIn.usernameHint': 'È scritto nel foglio che ti ha dato chi coordina, per esempio marta.r',
  'entrance.signIn.usernameMissing': 'Scrivi il tuo nome di accesso.',
  'entrance.signIn.go': 'Entra',
  'entrance.signIn.back': 'Torna a «Chi sei?»',

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
  'entrance.trouble.CodeInvalid':
    'Questo codice non va: è scritto male, è già usato o è scaduto. Controllalo o chiedine uno nuovo.',
  'entrance.trouble.SignInRefused': 'Nome di accesso o password non vanno bene. Controllali e riprova.',
  'entrance.trouble.WrongPassword': 'Questa non è la password giusta. Riprova: guarda anche maiuscole e tastiera.',
  'entrance.trouble.PasswordChanged':
    'La tua password è cambiata, ma su questo dispositivo vale ancora quella di prima. Torna a «Chi sei?» e sblocca con quella: il tuo lavoro è al suo posto.',
  'entrance.trouble.PasswordStale':
    'La tua password è cambiata. Entra con quella nuova: serve la rete. Il tuo lavoro è qui e non va perso.',
  'entrance.trouble.AccountDisabled': 'Il tuo accesso è stato chiuso. Chiedi a chi coordina.',
  'entrance.trouble.DeviceRevoked':
    'Questo dispositivo è stato disattivato. Chiedi a chi coordina: per usarlo ancora serve un codice nuovo.',
  'entrance.trouble.SlotDamaged':
    'La chiave su questo dispositivo è rovinata. Entra con la tua password e la rete: il lavoro è qui e si riapre. Non cancellare niente.',
  'entrance.trouble.ServerTrouble': 'Il server ha un problema. Riprova tra qualche minuto.',
  'entrance.slowDown.seconds': {
    one: 'Troppe prove di seguito. Aspetta {n} secondo e riprova.',
    other: 'Troppe prove di seguito. Aspetta {n} secondi e riprova.',
  },
  'entrance.slowDown.minutes': {
    one: 'Troppe prove di seguito. Aspetta {n} minuto e riprova.',
    other: 'Troppe prove di seguito. Aspetta {n} minuti e riprova.',
  },

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
