// The directory of offices and services.
import type { Message } from '../../message.ts';

export const offices = {
  'offices.title': 'Uffici e servizi',
  'offices.hint': 'A chi mandare le persone: orari, lingue, indirizzi',
  'offices.count': { zero: 'Nessun ufficio', one: '{n} ufficio o servizio', other: '{n} uffici e servizi' },
  'offices.new': 'Nuovo ufficio',
  'offices.correct': 'Correggi l’ufficio',
  'offices.search': 'Cerca per nome, tipo o indirizzo',
  'offices.language': 'Dove si parla',
  'offices.anyLanguage': 'Qualsiasi lingua',
  'offices.openOnly': 'Aperto adesso',
  'offices.openHint': 'Secondo l’orario scritto qui. Nei giorni di festa può essere chiuso: telefona prima.',
  'offices.openUntil': 'Aperto fino alle {time}',
  'offices.closed': 'Chiuso adesso',
  'offices.allDay': 'tutto il giorno',
  'offices.none': 'Qui non c’è ancora nessun ufficio',
  'offices.noneText': 'Scrivi quelli a cui mandate più spesso le persone: chi è in strada li trova anche senza rete.',
  'offices.noneAsk': 'Li scrive chi coordina. Poi li trovi qui, anche senza rete.',
  'offices.notFound': 'Nessun ufficio così',
  'offices.notFoundHow': 'Prova con un’altra parola, un’altra lingua o anche con chi adesso è chiuso.',
  'offices.facts': 'Come arrivarci e chi parla',
  'offices.linkHint': 'Per esempio https://www.comune.esempio.it',
  'offices.noteHint': 'Che cosa serve sapere prima: appuntamento, documenti, campanello. Niente nomi di persone.',
  'offices.removeLanguage': 'Togli {name}',
  'offices.hoursExample': '9-13, 14-17',
  'offices.hoursHint':
    'Scrivi gli orari così: 9-13, 14-17. Lascia vuoto quando è chiuso. 0-24 è tutto il giorno, 20-8 arriva alla mattina dopo.',
  'offices.hoursUnreadable': 'Scrivi gli orari così: 9-13, 14-17.',
  'offices.copyMonday': 'Uguale a lunedì fino a venerdì',
} as const satisfies Record<string, Message>;
