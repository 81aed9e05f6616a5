// What cities tell each other: short cards, and what others say to them.
import type { Message } from '../../message.ts';

export const practices = {
  'practices.title': 'Buone pratiche',
  'practices.hint': 'Che cosa hanno provato le altre città, e com’è andata',
  'practices.new': 'Nuova pratica',
  'practices.correct': 'Correggi la pratica',
  'practices.count': { one: '{n} scheda', other: '{n} schede' },
  'practices.none': 'Ancora nessuna pratica',
  'practices.noneText':
    'Racconta qualcosa che da voi funziona. Quando chi coordina lo valida, lo leggono tutte le città della rete.',
  'practices.search': 'Cerca nelle schede',
  'practices.whose': 'Quali schede',
  'practices.all': 'Di tutte le città',
  'practices.ours': 'Della nostra città',
  'practices.notFound': 'Nessuna scheda con queste parole',
  'practices.notFoundHow': 'Prova con una parola sola, o guarda le schede di tutte le città.',
  'practices.cityOf': 'Comune di {city}',
  'practices.nTried': { one: '{n} città l’ha provata', other: '{n} città l’hanno provata' },
  'practices.notShared': 'Per ora la vede solo la nostra città. Le altre la leggono quando chi coordina la valida.',
  'practices.correctionWaits':
    'Le altre città non vedono ancora l’ultima correzione: la leggono quando chi coordina la valida.',
  'practices.shared': 'La leggono tutte le città della rete.',
  'practices.noPeople': 'Niente dati di persone: né nomi, né storie in cui qualcuno si riconosce.',
  'practices.names': 'Qui sembra esserci il nome di una persona: {names}. Se è così, toglilo.',
  'practices.contact': 'Per saperne di più',
  'practices.costHint': 'In parole: euro, ore, persone.',
  'practices.officeHint': 'Un ufficio, non una persona.',
  'practices.replies': 'Che cosa dicono le altre città',
  'practices.noReplies': 'Ancora nessuno ha risposto.',
  'practices.reply': 'L’abbiamo provata, o un commento',
  'practices.newReply': 'Rispondi alla pratica',
  'practices.correctReply': 'Correggi la risposta',
  'practices.didYouTry': 'L’avete provata?',
  'practices.onlyComment': 'No, è un commento',
  'practices.comment': 'commento',
} as const satisfies Record<string, Message>;
