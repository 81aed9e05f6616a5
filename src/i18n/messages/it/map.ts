// Where the device is, and the map outside Taccuino.
import type { Message } from '../../message.ts';

export const map = {
  'map.open': 'Apri la mappa (openstreetmap.org)',
  'map.add': 'Aggiungi la posizione',
  'map.addHint': 'Solo se tocchi qui. Viene arrotondata a circa 100 metri prima di essere scritta.',
  'map.added': 'Posizione aggiunta, arrotondata a circa 100 metri.',
  'map.remove': 'Togli',
  'map.removeName': 'Togli la posizione',
  'map.trouble.Denied':
    'Il browser non ha il permesso di leggere la posizione. Dallo nelle impostazioni del sito, o scrivi il luogo.',
  'map.trouble.NotFound': 'La posizione non si trova. Prova all’aperto, o scrivi il luogo.',
  'map.trouble.TooSlow': 'La posizione non è arrivata in tempo. Riprova, o scrivi il luogo.',
  'map.trouble.Missing': 'Questo dispositivo non sa dove si trova. Scrivi il luogo.',
  'map.trouble.TooVague': 'La posizione trovata è troppo incerta. Riprova all’aperto, o scrivi il luogo.',
} as const satisfies Record<string, Message>;
