// The doors that need the network: a device joins, a person signs in. Fetched when one of them stands open.
import type { Message } from '../../message.ts';

export const joining = {
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
  'entrance.enrol.trouble.QuotaExceeded':
    'Lo spazio su questo dispositivo è finito. Libera spazio e collega di nuovo: forse serve un codice nuovo.',
  'entrance.enrol.noCode': 'Non hai un codice?',
  'entrance.enrol.noCodeText':
    'Chiedilo a chi coordina LGNet nel tuo Comune: lo prepara in un minuto. Vale per un solo dispositivo e per poco tempo.',

  'entrance.signIn.title': 'Entra',
  'entrance.signIn.intro': 'La prima volta su questo dispositivo serve la rete. Poi apri il tuo lavoro anche senza.',
  'entrance.signIn.username': 'Nome di accesso',
  'entrance.signIn.usernameHint': 'È scritto nel foglio che ti ha dato chi coordina, per esempio marta.r',
  'entrance.signIn.usernameMissing': 'Scrivi il tuo nome di accesso.',
  'entrance.signIn.back': 'Torna a «Chi sei?»',

  'entrance.trouble.CodeInvalid':
    'Questo codice non va: è scritto male, è già usato o è scaduto. Controllalo o chiedine uno nuovo.',
  'entrance.trouble.SignInRefused': 'Nome di accesso o password non vanno bene. Controllali e riprova.',
  'entrance.trouble.ServerTrouble': 'Il server ha un problema. Riprova tra qualche minuto.',
  'entrance.slowDown.seconds': {
    one: 'Troppe prove di seguito. Aspetta {n} secondo e riprova.',
    other: 'Troppe prove di seguito. Aspetta {n} secondi e riprova.',
  },
  'entrance.slowDown.minutes': {
    one: 'Troppe prove di seguito. Aspetta {n} minuto e riprova.',
    other: 'Troppe prove di seguito. Aspetta {n} minuti e riprova.',
  },
  'entrance.trouble.PasswordChanged':
    'La tua password è cambiata, ma su questo dispositivo vale ancora quella di prima. Torna a «Chi sei?» e sblocca con quella: il tuo lavoro è al suo posto.',
  'entrance.trouble.AccountDisabled': 'Il tuo accesso è stato chiuso. Chiedi a chi coordina.',
} as const satisfies Record<string, Message>;
