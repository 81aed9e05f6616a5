import type { Message } from '../../message.ts';

/** The path of one placement: why it waits, what is due next, what happened, and how it went after the exit. */
export const path = {
  'path.now': 'Adesso',
  'path.waiting': 'Perché aspetta',
  'path.next': 'Prossima cosa da fare',
  'path.nextBy': 'la fa {name}',
  'path.late': 'in ritardo',
  'path.say': 'Segna perché aspetta o che cosa manca',
  'path.change': 'Cambia',
  'path.formTitle': 'Perché aspetta e che cosa fare',
  'path.toDo': 'Da fare',
  'path.title': 'Tutto il percorso',
  'path.whole': { one: 'Mostra tutto ({n})', other: 'Mostra tutto ({n})' },
  'path.by': 'scritto da {name}',
  'path.opened': 'Inserimento aperto',
  'path.month': 'Situazione del mese',
  'path.paid': 'Pagato {money}',
  'path.planned': 'Previsto {money}',
  'path.returned': 'Tornato {money}',
  'path.followUp': 'Verifica dopo l’uscita',
  'path.newFollowUp': 'Verifica dopo l’uscita',
  'path.correctFollowUp': 'Correggi la verifica',
  'path.openOther': 'Apri la verifica che c’è già',
  'path.correctStep': 'Correggi la tappa',
} as const satisfies Record<string, Message>;
