// What may cost work if nobody does anything, and the file that takes work out of a device without network.
import type { Message } from '../../message.ts';

export const risks = {
  'risk.look': 'Che cosa fare',
  'risk.drafts.title': 'Quello che scrivi adesso non resta qui',
  'risk.missing.title': { one: 'Manca una parte dei dati', other: 'Mancano {n} parti dei dati' },
  'risk.missing.text':
    'Su questo dispositivo qualcosa si è rovinato o il browser l’ha tolto. Non cancelliamo niente: tutto il resto si legge, e quello che era sul server torna da solo con la rete. Avvisa chi coordina.',
  'risk.old.title': {
    one: '{n} modifica è solo qui da {days} giorni',
    other: '{n} modifiche sono solo qui, la più vecchia da {days} giorni',
  },
  'risk.old.text':
    'Se il dispositivo si rompe o si perde, quello che è solo qui si perde con lui. Cerca una rete e invia; se non c’è, salva un file di emergenza qui sotto e dallo a chi ha la rete.',
  'risk.space.title': 'Lo spazio è quasi finito: {percent}% usato',
  'risk.space.text':
    'Quando finisce, non si salva più niente di nuovo. Togli foto, video o app che non servono, e invia appena puoi.',
  'risk.space.reader': 'Togli foto, video o app che non servono.',
  'risk.unprotected.title': 'Lo spazio non è protetto',
  'risk.unprotected.text':
    'Se lo spazio finisce, il browser potrebbe cancellare i dati. Aggiungi Taccuino alla schermata principale e invia spesso.',
  'risk.unprotected.reader':
    'Se lo spazio finisce, il browser potrebbe togliere Taccuino da qui: poi per entrare serve di nuovo la rete. Aggiungilo alla schermata principale.',
  'risk.protect': 'Proteggi',
  'risk.protected': 'Adesso lo spazio è protetto',
  'risk.stillUnprotected': 'Il browser non lo concede ancora: aggiungi Taccuino alla schermata principale.',

  'rescue.title': 'File di emergenza',
  'rescue.what':
    'Se la rete non torna o il dispositivo sta per rompersi: un file con quello che è solo qui. Lo apre soltanto il server del tuo Comune.',
  'rescue.notNeeded': 'Adesso non serve: qui non aspetta niente.',
  'rescue.save': 'Salva il file',
  'rescue.share': 'Passalo a un altro dispositivo',
  'rescue.saved': 'File salvato',
  'rescue.shared': 'File passato',
  'rescue.made.text':
    'Dallo a chi ha la rete: lo porta al server da questa stessa pagina. Quello che hai scritto resta anche qui, e sul server entra una volta sola.',
  'rescue.unregistered':
    'Da questo dispositivo il server non ha ancora sentito niente: il file non lo potrebbe aprire. Serve la rete una volta, anche per poco.',
  'rescue.carry.title': 'Hai il file di qualcun altro?',
  'rescue.carry.what': 'Lo porti al server con la rete di questo dispositivo. Tu non leggi che cosa c’è dentro.',
  'rescue.carry.choose': 'Scegli il file',
  'rescue.carry.going': 'Porto il file al server',
  'rescue.carried.n.taken': { one: '{n} preso', other: '{n} presi' },
  'rescue.carried.n.held': '{n} da confermare',
  'rescue.carried.n.unreadable': { one: '{n} non si apre', other: '{n} non si aprono' },
  'rescue.carried.taken': 'Sono sul server. Se il file arriva un’altra volta, non si ripetono.',
  'rescue.carried.held': 'Chi coordina li trova sotto «Da sistemare».',
  'rescue.carried.unreadable': 'Quelli che non si aprono restano sul dispositivo da cui vengono: non cancellarli là.',
  'rescue.trouble.offline': 'Serve la rete, e adesso non c’è risposta. Tieni il file e riprova.',
  'rescue.trouble.not-a-rescue-file':
    'Questo non è un file di emergenza di Taccuino, oppure è rovinato. Scegline un altro o fattelo dare di nuovo.',
  'rescue.trouble.newer-file':
    'Il file viene da una versione più nuova di Taccuino. Aggiorna questo dispositivo e riprova.',
  'rescue.trouble.vault-unknown':
    'Il server non conosce il dispositivo da cui viene questo file. Controlla che sia del tuo Comune.',
} as const satisfies Record<string, Message>;
