// What is rarely said while everything is locked: fetched when it is needed, so that the lock screen stays light.
import type { Message } from '../../message.ts';

export const locked = {
  'locked.rescue.offer': 'Salva un file di emergenza',
  'locked.rescue.why':
    'Senza rete per molto? Il file contiene quello che aspetta qui. È chiuso: lo apre solo il server del tuo Comune. Dallo a chi ha la rete: lo consegna da Taccuino.',
  'locked.rescue.saved': 'File salvato. Quello che contiene resta anche qui.',
  'locked.rescue.failed': 'Il file non è stato salvato. Riprova.',

  'locked.leaving.device.title': 'Questo dispositivo è stato disattivato',
  'locked.leaving.account.title': 'Questo accesso è stato chiuso',
  'locked.leaving.text': {
    one: '{n} cosa salvata qui non è ancora partita. Appena c’è rete va a chi coordina, poi i dati lasciano questo dispositivo.',
    other:
      '{n} cose salvate qui non sono ancora partite. Appena c’è rete vanno a chi coordina, poi i dati lasciano questo dispositivo.',
  },

  'locked.left.device.title': 'Questo dispositivo è stato disattivato',
  'locked.left.device.text': 'Il tuo Comune lo ha disattivato. I dati di Taccuino non sono più qui.',
  'locked.left.account.title': 'Il tuo accesso è stato chiuso',
  'locked.left.account.text':
    'Il tuo Comune ha chiuso l’accesso di {name}. I suoi dati non sono più su questo dispositivo.',
  'locked.left.work':
    'Niente è andato perso: quello che non era ancora partito è stato consegnato prima. Ora decide chi coordina.',
  'locked.left.workButFiles':
    'Quello che hai scritto non è andato perso: è stato consegnato prima. Ora decide chi coordina.',
  'locked.left.files': {
    one: '{n} allegato non era ancora partito: è stato cancellato insieme al resto e va aggiunto di nuovo.',
    other: '{n} allegati non erano ancora partiti: sono stati cancellati insieme al resto e vanno aggiunti di nuovo.',
  },
  'locked.files.title': { one: '{n} allegato da inviare', other: '{n} allegati da inviare' },
  'locked.files.nobody': 'Gli allegati partono solo dopo che hai sbloccato Taccuino con la rete.',
  'locked.files.account':
    'Gli allegati partono solo se il tuo accesso viene riaperto. Intanto restano qui, chiusi a chiave: parla con chi coordina.',
  'locked.files.device':
    'Il server non riceve più allegati da questo dispositivo: quando si svuota, vengono cancellati anche loro.',
  'locked.left.device.way': 'Domande? Chiama chi coordina. Per usare ancora il dispositivo serve un codice nuovo.',
  'locked.left.account.way': 'Domande? Chiama chi coordina.',
  'locked.left.close': 'Ho capito',
} as const satisfies Record<string, Message>;
