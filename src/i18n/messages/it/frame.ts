// The frame of every screen, and what is said after saving. `pill.*`: the state of this device, at the top of every screen. `state.*`: the
// state of one record, beside it. "Al sicuro" may be said only after a receipt of the server (law 5), "salvato" only after the write is durable.
import type { Message } from '../../message.ts';

export const frame = {
  'nav.skip': 'Vai al contenuto',
  'nav.label': 'Pagine',

  'pill.checking': 'Controllo…',
  'pill.trouble.signed-out': 'Accedi di nuovo',
  'pill.trouble.device-revoked': 'Dispositivo disattivato',
  'pill.trouble.device-unknown': 'Dispositivo non riconosciuto',
  'pill.trouble.account-disabled': 'Accesso chiuso',
  'pill.trouble.protocol-unsupported': 'Aggiorna Taccuino',
  'pill.trouble.stuck': 'L’invio è fermo',
  'pill.trouble.not-our-server': 'La rete chiede un accesso',
  'pill.trouble.receipt-differs': 'Controllo in corso',
  'pill.trouble.storage-full': 'Spazio finito',
  'pill.trouble.storage-trouble': 'Dati non raggiungibili',
  'pill.trouble.not-permitted': 'Accesso cambiato',

  'pill.sending': 'Invio… {n} di {m}',
  'pill.receiving': 'Ricevo… {n} di {m}',
  'pill.unreadable': { one: '{n} modifica non si legge', other: '{n} modifiche non si leggono' },
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

  'update.ready': 'Nuova versione pronta',
  'update.text': 'Quello che hai scritto resta qui. Si riparte in un attimo, con la tua password.',
  'update.later': 'Più tardi',
  'update.start': 'Aggiorna ora',

  'fault.title': 'Questa pagina si è fermata',
  'fault.text':
    'È un errore di Taccuino, non tuo. Quello che hai salvato è qui, anche quello che stavi scrivendo. Riapri: se succede ancora, dillo a chi coordina.',
  'fault.restart': 'Riapri Taccuino',

  'saved.here': 'Salvato su questo dispositivo',
  'saved.removed': 'Eliminata su questo dispositivo',
  'saved.restored': 'Ripristinata su questo dispositivo',
  'saved.merged': 'Schede unite su questo dispositivo',
  'saved.parted':
    'Schede separate su questo dispositivo. I dati presi dall’altra scheda restano dove sono: controllali.',
  'saved.undone': 'Annullato',
  'saved.tooLate': 'Non si può più annullare. Apri la scheda e correggi.',

  'person.unknown': 'Persona senza nome',
  'person.count': { one: '{n} persona', other: '{n} persone' },
  'contact.anonymous': 'Contatto anonimo',
} as const satisfies Record<string, Message>;
