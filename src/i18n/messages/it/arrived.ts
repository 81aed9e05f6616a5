// What reached the server and was not simply taken, as a coordinator reads it: who, why, and what happens next.
import type { Message } from '../../message.ts';

export const arrived = {
  'arrived.title': 'Arrivati al server',
  'arrived.loading': 'Chiedo al server che cosa aspetta',
  'arrived.offline': 'L’elenco è sul server: serve la rete, e adesso non c’è risposta.',
  'arrived.offlineSince':
    'Adesso non c’è rete: questo è l’elenco di {when}. Leggere e correggere puoi anche così; per il resto serve la rete.',
  'arrived.group.held': 'Da confermare',
  'arrived.group.refused': 'Arrivati al server, non accettati',
  'arrived.group.inHand': 'In mano a qualcuno',
  'arrived.from': '{name}, «{device}»',
  'arrived.sentBack': 'Rimandata {when}, aspetta la correzione',
  'arrived.mendedHere': 'Corretta qui, parte con la rete',
  'arrived.mendedHere.text':
    'L’hai corretta qui. Appena la tua correzione arriva al server, questa voce sparisce da sola.',
  'arrived.title.held': 'Va confermata',
  'arrived.title.refused': 'Il server non l’ha accettata',
  'arrived.lateGuest':
    'Viene dal telefono di chi fa volontariato, ed è arrivato dopo la fine del codice dell’evento. Se è giusto, scegli «Riprova così com’è»: viene contato.',
  'arrived.held.why': 'Viene da un dispositivo disattivato o da un accesso chiuso: serve il tuo sì.',
  'arrived.nothingLost': 'Niente è perso: resta qui finché qualcuno la sistema.',
  'arrived.sentBack.text': 'L’hai rimandata a {name} {when}. Se non può, la puoi ancora sistemare tu.',

  'arrived.what': 'Che cosa c’è scritto',
  'arrived.unreadable': 'Modifica che non si legge',
  'arrived.unreadable.text':
    'È di una versione diversa di Taccuino, o rovinata. Chiedi a chi l’ha scritta che cosa voleva registrare.',
  'arrived.who': 'Scritta da',
  'arrived.device': 'Dispositivo',
  'arrived.written': 'Scritta',
  'arrived.received': 'Arrivata',
  'arrived.verb': 'Che cos’è',
  'arrived.comment': 'Commento',
  'arrived.openRecord': 'Apri la scheda com’è adesso',
  'arrived.restrictedLater': 'Ci sono anche dati riservati: si leggono quando la scheda è arrivata.',

  'arrived.mend': 'Correggi qui',
  'arrived.sendBack': 'Rimanda a {name}',
  'arrived.sentBackTo': 'Rimandata a {name}',
  'arrived.note': 'Che cosa va corretto',
  'arrived.note.hint': '{name} la trova sotto «Da sistemare», con le tue parole.',
  'arrived.accept': 'Accetta',
  'arrived.accepted': 'Accettata',
  'arrived.acceptAll': { one: 'Accetta', other: 'Accetta tutte e {n}' },
  'arrived.accepting': 'Accetto',
  'arrived.progress': '{n} di {m}',
  'arrived.acceptedMany': '{n} di {m} accettate',
  'arrived.dismiss': 'Non serve',
  'arrived.dismiss.ask': 'Non serve?',
  'arrived.dismiss.what':
    'Questa modifica non entra nelle schede e sparisce da questo elenco. Nel registro resta scritto che l’hai deciso tu e perché. {name} non la ritrova.',
  'arrived.dismiss.reason': 'Perché non serve',
  'arrived.dismiss.hint': 'Per esempio: già registrata, prova, persona doppia. Niente nomi di destinatari.',
  'arrived.dismiss.missing': 'Scrivi in due parole perché.',
  'arrived.dismiss.yes': 'Sì, non serve',
  'arrived.dismissed': 'Tolta dall’elenco',
  'arrived.gone': 'Qualcuno l’aveva già sistemata',
  'arrived.needsNetwork':
    'Per questo serve la rete, e adesso non c’è risposta. Non è cambiato niente. Correggere qui funziona anche senza.',

  'arrived.refusal.ChangeMalformed': 'Il server non ha capito questa modifica. Il dispositivo di {name} va aggiornato.',
  'arrived.refusal.DecisionFailed':
    'Il server ha avuto un guasto con questa modifica. Riprova; se succede ancora, avvisa chi gestisce Taccuino.',
  'arrived.refusal.KindUnknown': 'Il server non conosce ancora questo tipo di scheda. Riprova più tardi.',
  'arrived.refusal.NotPermitted': '{name} non ha il permesso per questa modifica. Se è giusta, scrivila tu.',
  'arrived.refusal.RecordUnknown':
    'Il server non ha la scheda di questa modifica. Forse arriva ancora: riprova più tardi.',
  'arrived.refusal.RecordExists': 'Il server aveva già questa scheda. Controlla che non sia doppia.',
  'arrived.refusal.RecordRemoved':
    'La scheda è stata eliminata prima che arrivasse questa modifica. Se serve ancora, ripristinala e riprova.',
  'arrived.parted': 'Le due schede sono di nuovo separate: adesso puoi riprovare così com’è o correggere qui.',
  'arrived.refusal.RecordMerged': 'La scheda è stata unita a un’altra. Se la modifica è giusta, scrivila sull’altra.',
  'arrived.refusal.SubjectUnknown': 'Sul server manca la persona di questa scheda. Quando la persona arriva, riprova.',
  'arrived.refusal.ReviewNotAllowed': 'Quando è arrivata, la scheda non si poteva più modificare così.',
  'arrived.refusal.ReviewOutdated': 'La scheda era cambiata dopo che {name} l’aveva aperta.',
  'arrived.refusal.ConflictUnknown': 'Qualcuno aveva già scelto tra i due valori: la scelta di {name} è arrivata dopo.',
  'arrived.refusal.CommentMissing': 'Mancava il commento.',
  'arrived.refusal.TooMany': 'La scheda ha già troppi commenti o troppi valori diversi.',
  'arrived.refusal.ChangeIdReused': 'Il server ha già un’altra modifica con lo stesso numero.',
} as const satisfies Record<string, Message>;
