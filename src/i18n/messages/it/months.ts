import type { Message } from '../../message.ts';

/** The months lived in a home, and a record of which there can be one only. */
export const months = {
  'month.title': 'Mese per mese',
  'month.new': 'Com’è andato il mese',
  'month.correct': 'Correggi il mese',
  'month.tellMissing': 'Aggiungi {month}, che manca',
  'month.tell': 'Scrivi {month}',
  'month.meeting': 'Incontro',
  'month.contract': 'Contratto, affitto e nota riservata',
  'month.openOther': 'Apri il mese che c’è già',
  'month.openPlacement': 'Apri l’inserimento',

  'double.title': '«{what}» c’era già',
  'double.text': 'Un altro dispositivo l’ha scritto prima. Il tuo è ancora qui: scegli che cosa resta.',
  'double.line': '{field}: qui {here}, già scritto {there}',
  'double.nothing': 'niente',
  'double.unmovable':
    '{field}: la tua non può passare nella scheda di un’altra persona. Dilla a chi coordina prima di lasciarla.',
  'double.keep': 'Tieni quello che c’è',
  'double.use': 'Usa quello che ho scritto',
  'double.done': 'Sistemato.',
} as const satisfies Record<string, Message>;
