// The people of the municipality and their access, one's own password, and what is said when the server does not answer.
import type { Message } from '../../message.ts';

export const accounts = {
  'remote.offline': 'Per questo serve la rete, e adesso non c’è risposta. Non è cambiato niente: riprova.',
  'remote.not-permitted': 'Il tuo ruolo non può fare questo.',
  'remote.gone': 'Il server non ce l’ha più. Torna indietro e guarda l’elenco.',
  'remote.server-trouble': 'Il server ha un problema. Riprova tra qualche minuto.',

  'accounts.title': 'Persone del Comune',
  'accounts.loading': 'Chiedo l’elenco al server',
  'accounts.offline': 'L’elenco delle persone è sul server: serve la rete.',
  'accounts.unknown': 'Questa persona non è nell’elenco',
  'accounts.you': 'tu',
  'accounts.since': 'Accesso creato',
  'accounts.closedAt': 'Accesso chiuso {when}',

  'accounts.newPassword': 'Password dimenticata',
  'accounts.newPassword.text': 'Se {name} non ricorda la password, gliene dai una nuova. Il suo lavoro non va perso.',
  'accounts.newPassword.make': 'Fai una password nuova',
  'accounts.newPassword.ask': 'Una password nuova per {name}?',
  'accounts.newPassword.what':
    'La password di prima non vale più. {name} esce da tutti i dispositivi e rientra con quella nuova.',
  'accounts.newPassword.work':
    'Quello che ha scritto e non è ancora partito resta sul suo dispositivo, chiuso, e si riapre con la password nuova e la rete.',
  'accounts.newPassword.yes': 'Sì, fai la password',
  'accounts.newPassword.ready': 'La password nuova di {name}',
  'accounts.newPassword.once': 'La vedi solo adesso',
  'accounts.newPassword.onceText':
    'Taccuino non la conserva. Dilla a voce o scrivila su un foglio; non mandarla per messaggio.',
  'accounts.newPassword.tell': 'Che cosa dire a {name}:',
  'accounts.newPassword.tell.network': 'La prima volta entra con la rete.',
  'accounts.newPassword.tell.type':
    'Il nome di accesso resta «{username}». Le cinque parole si scrivono minuscole, con il trattino in mezzo.',
  'accounts.newPassword.tell.work': 'Quello che avevi scritto è ancora lì.',
  'accounts.newPassword.tell.change': 'Poi cambiala: Impostazioni, «Cambia password».',
  'accounts.newPassword.done': 'Fatto, l’ho detta',

  'accounts.notManaged': 'Questo accesso lo gestisce chi amministra Taccuino.',
  'accounts.access': 'Accesso',
  'accounts.close.text': 'Se {name} non lavora più qui, chiudi il suo accesso. Lo puoi riaprire quando vuoi.',
  'accounts.close': 'Chiudi l’accesso',
  'accounts.close.ask': 'Chiudi l’accesso di {name}?',
  'accounts.close.what': '{name} esce da tutti i dispositivi e non può più entrare. Quello che ha già scritto resta.',
  'accounts.close.work.coordinator':
    'Quello che non è ancora partito dai suoi dispositivi arriva qui, sotto «Da sistemare», e aspetta il tuo sì.',
  'accounts.close.work.admin':
    'Quello che non è ancora partito dai suoi dispositivi arriva a chi coordina, sotto «Da sistemare», e aspetta il suo sì.',
  'accounts.close.devices':
    'Poi i dispositivi dimenticano le schede. Gli allegati non ancora partiti restano lì, chiusi a chiave: partono se riapri l’accesso.',
  'accounts.close.back': 'Puoi riaprire l’accesso in ogni momento.',
  'accounts.close.yes': 'Sì, chiudi',
  'accounts.closed': 'L’accesso di {name} è chiuso',
  'accounts.reopen.text': '{name} adesso non può entrare. Se riapri, entra di nuovo con la sua password.',
  'accounts.reopen': 'Riapri l’accesso',
  'accounts.reopened': '{name} può entrare di nuovo',

  'password.title': 'Cambia password',
  'password.needsNetwork': 'Serve la rete: la password cambia sul server e su questo dispositivo insieme.',
  'password.old': 'Password di adesso',
  'password.next': 'Password nuova',
  'password.next.hint':
    'Almeno {n} caratteri. Quattro o cinque parole a caso sono facili da ricordare e difficili da indovinare.',
  'password.again': 'Password nuova, ancora una volta',
  'password.missing': 'Scrivila.',
  'password.short': 'È troppo corta: almeno {n} caratteri.',
  'password.same': 'È uguale a quella di adesso.',
  'password.different': 'Le due password nuove non sono uguali. Scrivila di nuovo.',
  'password.elsewhere':
    'Sugli altri tuoi dispositivi esci: la prima volta rientri con la password nuova e la rete. Il tuo lavoro resta.',
  'password.go': 'Cambia la password',
  'password.changed': 'Password cambiata',
  'password.half': 'La password è cambiata solo a metà',
  'password.trouble.wrong-password': 'Questa non è la tua password di adesso.',
  'password.trouble.slow-down': 'Troppe prove di seguito. Aspetta qualche minuto e riprova.',
  'password.trouble.offline':
    'Serve la rete, e adesso non c’è risposta. Vale ancora la password di prima: riprova quando c’è la rete.',
  'password.trouble.only-server':
    'Il server ha già quella nuova. Per aprire questo dispositivo senza rete vale ancora quella di prima. Il tuo lavoro è al suo posto: riprova adesso, oppure entra con quella nuova e la rete.',
} as const satisfies Record<string, Message>;
