// Home: what I did today, where I was last, what waits for me. And the choices behind the round +.
import type { Message } from '../../message.ts';

export const today = {
  'today.morning': 'Buongiorno, {name}',
  'today.afternoon': 'Buon pomeriggio, {name}',
  'today.evening': 'Buonasera, {name}',

  'today.doors': 'Che cosa vuoi fare',
  'today.door.contact': 'Contatto anonimo',
  'today.door.service': 'Servizio a una persona',
  'today.door.person': 'Nuova persona',
  'today.door.placement': 'Nuovo inserimento',

  'today.done': 'Oggi',
  'today.services': { one: '{n} servizio', other: '{n} servizi' },
  'today.met': { one: '{n} persona', other: '{n} persone' },
  'today.allMine': 'Tutto quello che ho scritto',
  'today.empty': 'Oggi non hai ancora scritto niente',
  'today.emptyHow': 'Tocca «Contatto anonimo» per il primo della giornata. Funziona anche senza rete.',

  'today.draft': 'Hai iniziato {what} {when} alle {time}.',
  'today.draftFor': 'Hai iniziato {what} per {name} {when} alle {time}.',
  'today.begun.contact': 'un contatto',
  'today.begun.service': 'un servizio',
  'today.begun.group': 'un servizio per più persone',
  'today.begun.office': 'un ufficio',
  'today.begun.person': 'la scheda di una persona',
  'today.begun.event': 'un evento',
  'today.begun.appointment': 'un appuntamento',
  'today.begun.course': 'un corso',
  'today.begun.practice': 'una pratica',
  'today.begun.dwelling': 'un alloggio',
  'today.begun.landlord': 'un proprietario',
  'today.begun.placement': 'un inserimento',

  'today.lastStop': 'Ultima tappa',
  'today.repeat': 'Ripeti',
  'today.repeatName': 'Ripeti: nuovo contatto a {place}',

  'today.forYou': 'Per te',
  'today.returnedBy': 'Tornato da {name}',
  'today.coordination': 'chi coordina',
  'today.allAttention': 'Tutto quello che c’è da sistemare',
  'today.disputed': '{field}: ci sono due valori diversi · {record}',

  'register.title': 'Registra',
  'register.contact': 'Una o più persone di cui non sai il nome',
  'register.service': 'A chi è già registrato',
  'register.person': 'Registra un destinatario o una destinataria',
  'register.placement': 'Apri un percorso abitativo',
} as const satisfies Record<string, Message>;
