// Who am I here, how the app looks and speaks, the devices of the municipality, what the app is.
import type { Message } from '../../message.ts';

export const settings = {
  'settings.title': 'Impostazioni',
  'settings.for.volunteer': 'Il tuo accesso è per gli eventi',
  'settings.for.volunteer.text':
    'Vedi quando e dove sono gli eventi del Comune, e puoi stampare il foglio delle firme. Per contare chi viene, inquadra con il tuo telefono il codice che ti mostra chi coordina l’evento. I dati delle persone non si vedono.',
  'settings.for.monitor': 'Il tuo accesso è per il monitoraggio',
  'settings.for.monitor.text':
    'Chi fa monitoraggio lavora con i numeri, mai con i dati delle persone: per questo qui non ci sono elenchi né nomi. I numeri del Comune si chiedono a chi coordina. Qui puoi cambiare la password, la lingua e l’aspetto.',
  'settings.for.admin': 'Il tuo accesso è per l’amministrazione',
  'settings.for.admin.text':
    'Qui dai una nuova password, chiudi e riapri gli accessi e disattivi i dispositivi persi. I dati delle persone non si vedono. I nuovi accessi e i codici per collegare un dispositivo si creano sul server.',
  'settings.role': 'Ruolo',
  'settings.municipality': 'Comune',
  'settings.device': 'Dispositivo',
  'settings.newRole': 'Il tuo ruolo è cambiato: blocca e riapri per lavorare con quello nuovo.',
  'settings.lock': 'Blocca adesso',
  'settings.lockHint': 'Il tuo lavoro resta qui, chiuso. Per riaprirlo serve la tua password, anche senza rete.',
  'settings.looks': 'Lingua e aspetto',
  'settings.language': 'Lingua',
  'settings.languageHint': 'Vale per tutte le persone che usano questo dispositivo.',
  'settings.language.it': 'Italiano',
  'settings.language.en': 'English',
  'settings.theme': 'Aspetto',
  'settings.theme.system': 'Automatico',
  'settings.theme.light': 'Chiaro',
  'settings.theme.dark': 'Scuro',

  'settings.devices': 'Dispositivi del Comune',
  'settings.devices.loading': 'Chiedo l’elenco al server',
  'settings.devices.offline': 'L’elenco dei dispositivi è sul server: serve la rete.',
  'settings.device.thisOne': 'questo',
  'settings.device.seen': 'visto {when} o poco dopo',
  'settings.device.neverSeen': 'collegato {when}, mai visto dopo',
  'settings.device.revoked': 'disattivato {when}',
  'settings.revoke': 'Disattiva',
  'settings.revoke.ask': 'Disattivi «{label}»?',
  'settings.revoke.what':
    'Da quel dispositivo nessuno riceve o invia più niente. Per usarlo ancora serve un codice nuovo.',
  'settings.revoke.work':
    'Il lavoro già arrivato al server resta. Se il dispositivo è vicino a te, fai inviare prima quello che aspetta.',
  'settings.revoke.files':
    'Gli allegati che da lì non sono ancora partiti invece vanno persi: il server non ne riceve più da un dispositivo disattivato.',
  'settings.revoke.thisOne': 'È il dispositivo che stai usando: dopo non puoi più lavorare qui.',
  'settings.revoke.yes': 'Sì, disattiva',
  'settings.revoked': '«{label}» è disattivato',

  'settings.about': 'Taccuino',
  'settings.version': 'Versione {version}',
  'settings.updateHint': 'C’è una versione nuova. Quello che hai scritto a metà resta.',
  'settings.licence': 'Licenza',
  'settings.licenceText':
    'Taccuino è software libero con licenza AGPL 3.0 o successiva: tutti possono leggerlo, usarlo e migliorarlo, e chi lo offre in rete deve mostrare le sue modifiche.',
  'settings.accessibility': 'Accessibilità',
  'settings.accessibilityGoal':
    'Taccuino vuole essere usabile da tutti: con la tastiera, con un lettore di schermo, con il testo grande, con poca luce. Il riferimento è WCAG 2.2, livello AA.',
  'settings.accessibilityAsk':
    'Se qualcosa ti ostacola, dillo a chi coordina nel tuo Comune: è un difetto da correggere.',
} as const satisfies Record<string, Message>;
