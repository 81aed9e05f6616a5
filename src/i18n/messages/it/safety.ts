// Where the person's work is. "Al sicuro" is said only after the server proved it (law 5).
import type { Message } from '../../message.ts';

export const safety = {
  'safety.title': 'I tuoi dati',
  'safety.attention.title': { one: '{n} modifica da sistemare', other: '{n} modifiche da sistemare' },
  'safety.attention.text':
    'Il server non ha accettato tutto. Quello che hai scritto è ancora qui: guarda perché e correggi.',
  'safety.offline.title': 'Senza rete',
  'safety.offline.text': {
    zero: 'Puoi lavorare come sempre: quello che scrivi resta qui e parte da solo quando torna la rete.',
    one: '{n} modifica è salvata qui e parte da sola quando torna la rete. Puoi continuare a lavorare.',
    other: '{n} modifiche sono salvate qui e partono da sole quando torna la rete. Puoi continuare a lavorare.',
  },
  'safety.waiting.title': { one: '{n} modifica da inviare', other: '{n} modifiche da inviare' },
  'safety.waiting.text': {
    one: 'È salvata su questo dispositivo. Parte da sola: non devi fare niente.',
    other: 'Sono salvate su questo dispositivo. Partono da sole: non devi fare niente.',
  },
  'safety.sending.title': 'Invio… {n} di {m}',
  'safety.receiving.title': 'Ricevo… {n} di {m}',
  'safety.sending.text': 'Puoi continuare a lavorare.',
  'safety.unreadable.title': {
    one: '{n} modifica salvata qui non si legge',
    other: '{n} modifiche salvate qui non si leggono',
  },
  'safety.unreadable.text': {
    one: 'Forse non è arrivata al server, quindi non possiamo dire che tutto è al sicuro. Non cancelliamo niente. Guarda se manca qualcosa di quello che hai scritto negli ultimi giorni e avvisa chi coordina.',
    other:
      'Forse non sono arrivate al server, quindi non possiamo dire che tutto è al sicuro. Non cancelliamo niente. Guarda se manca qualcosa di quello che hai scritto negli ultimi giorni e avvisa chi coordina.',
  },
  'safety.aside.offer': 'Metti da parte',
  'safety.aside.ask': 'Mettere da parte quello che non si legge?',
  'safety.aside.look':
    'Prima guarda se manca qualcosa di quello che hai scritto negli ultimi giorni, e riscrivilo. Da qui nessuno può più leggerlo.',
  'safety.aside.stays':
    'Non cancelliamo niente: resta chiuso a chiave su questo dispositivo. Al server diciamo che non si legge.',
  'safety.aside.done': 'Messo da parte. Avvisa chi coordina.',
  'safety.aside.opened': 'Ora si legge di nuovo: parte da solo.',
  'safety.checking.title': 'Controllo…',
  'safety.checking.text': 'Non c’è niente da inviare. Il server deve ancora confermare che ha tutto.',
  'safety.safe.title': 'Tutto al sicuro',
  'safety.safe.text': 'Il server ha confermato ogni tua modifica alle {time}.',

  'safety.trouble.signed-out.title': 'Accedi di nuovo',
  'safety.trouble.signed-out.text':
    'È passato troppo tempo dall’ultimo accesso. Quello che hai scritto è salvato qui e parte appena entri con la rete.',
  'safety.trouble.device-revoked.title': 'Questo dispositivo è stato disattivato',
  'safety.trouble.device-revoked.text':
    'Quello che hai salvato va prima a chi coordina. Poi i dati lasciano questo dispositivo.',
  'safety.trouble.device-unknown.title': 'Il server non riconosce questo dispositivo',
  'safety.trouble.device-unknown.text':
    'Non riceve e non invia più. Chiedi a chi coordina che cosa fare e non cancellare niente.',
  'safety.trouble.account-disabled.title': 'Il tuo accesso è stato chiuso',
  'safety.trouble.account-disabled.text':
    'Quello che hai salvato va a chi coordina. Chiedi a chi coordina che cosa fare.',
  'safety.trouble.protocol-unsupported.title': 'Serve la versione nuova di Taccuino',
  'safety.trouble.protocol-unsupported.text':
    'Il server parla già con una versione diversa. Quello che hai scritto è salvato qui: chiudi Taccuino, riaprilo con la rete e parte.',
  'safety.trouble.stuck.title': 'L’invio è fermo',
  'safety.trouble.stuck.text':
    'La rete c’è, ma da molto tempo qualcosa non parte. Prova a inviare adesso; se resta fermo, avvisa chi coordina.',
  'safety.trouble.not-our-server.title': 'La rete chiede un accesso',
  'safety.trouble.not-our-server.text':
    'Risponde qualcun altro al posto del server, di solito la pagina di accesso del Wi-Fi. Apri il browser, accedi alla rete e torna qui.',
  'safety.trouble.receipt-differs.title': 'Controllo in corso',
  'safety.trouble.receipt-differs.text':
    'Il server non ha ancora tutto quello che è partito da qui. Taccuino lo manda di nuovo: niente è perso.',
  'safety.differs.restored':
    'Il server è stato ripristinato da una copia e può non avere le ultime modifiche. Taccuino le manda di nuovo da solo: niente è perso.',
  'safety.differs.fewer': {
    one: 'Al server manca {n} modifica partita da qui. Taccuino la manda di nuovo da solo: niente è perso.',
    other: 'Al server mancano {n} modifiche partite da qui. Taccuino le manda di nuovo da solo: niente è perso.',
  },
  'safety.differs.more': {
    one: 'Il server ha {n} modifica in più di quelle che questo dispositivo ricorda. Taccuino rifà il conto da solo: niente è perso e niente si ripete.',
    other:
      'Il server ha {n} modifiche in più di quelle che questo dispositivo ricorda. Taccuino rifà il conto da solo: niente è perso e niente si ripete.',
  },
  'safety.differs.other':
    'Il numero delle modifiche è uguale, ma almeno una non è la stessa. Taccuino confronta e rimanda da solo: niente è perso.',
  'safety.trouble.storage-full.title': 'Lo spazio su questo dispositivo è finito',
  'safety.trouble.storage-full.text':
    'Quello che era salvato c’è ancora, ma non entra niente di nuovo. Togli foto o app che non servono.',
  'safety.trouble.storage-trouble.title': 'Taccuino non riesce a usare i dati di questo dispositivo',
  'safety.trouble.storage-trouble.text':
    'Il browser adesso non lascia leggere o scrivere. Quello che era salvato c’è ancora: chiudi le altre schede di Taccuino, chiudi il browser e riaprilo.',
  'safety.trouble.not-permitted.title': 'Il tuo accesso è cambiato',
  'safety.trouble.not-permitted.text':
    'Non puoi più ricevere le schede. Quello che hai scritto resta qui e il server risponde a ogni modifica: chiedi a chi coordina.',
  'safety.signInAgain': 'Blocca ed entra di nuovo',
  'safety.updateNow': 'Aggiorna adesso',

  'safety.newer.title': {
    one: 'Una parte è di una versione più nuova',
    other: '{n} parti sono di una versione più nuova',
  },
  'safety.newer.text': 'Per ora non si vede, ma è tutto qui. Aggiorna Taccuino e compare.',
  'safety.expired':
    'Questo dispositivo non parlava con il server da tanto: le schede già inviate sono state tolte da qui. Con la rete tornano da sole.',

  'safety.fact.records': 'Su questo dispositivo',
  'safety.fact.recordsValue': {
    one: '{n} scheda chiusa a chiave',
    other: '{n} schede chiuse a chiave',
  },
  'safety.fact.waiting': 'Da inviare',
  'safety.fact.sentToday': 'Inviate oggi',
  'safety.fact.kept': 'Inviate e tenute anche qui',
  'safety.fact.keptValue': {
    one: '{n}, finché il server la ha anche nella sua copia',
    other: '{n}, finché il server le ha anche nella sua copia',
  },
  'safety.fact.space': 'Spazio',
  'safety.fact.spaceProtected': '{used} di {quota}, protetto',
  'safety.fact.spaceUnprotected': '{used} di {quota}, non protetto',
  'safety.fact.version': 'Versione',
  'safety.version.current': 'aggiornata',
  'safety.version.old': 'ce n’è una più nuova',
  'safety.sendNow': 'Prova a inviare adesso',
  'safety.checkNow': 'Controlla adesso',
  'safety.onlyHere': 'Solo su questo dispositivo',
  'safety.exchanges': 'Ultimi invii',
  'safety.exchange.sent': { one: '{n} modifica inviata', other: '{n} modifiche inviate' },
  'safety.exchange.received': { one: '{n} scheda ricevuta', other: '{n} schede ricevute' },
  'safety.exchange.refused': { one: '{n} modifica da sistemare', other: '{n} modifiche da sistemare' },

  'safety.change.create': 'scheda nuova',
  'safety.change.edit': 'correzione',
  'safety.change.review': 'decisione',
  'safety.change.comment': 'commento',
  'safety.change.remove': 'eliminata',
  'safety.change.restore': 'ripristinata',
  'safety.change.merge': 'unita a un’altra scheda',
  'safety.change.unmerge': 'separata di nuovo',
  'safety.change.resolve': 'scelta tra due valori',
  'safety.change.disclose': 'nota nel registro: hai guardato un dato riservato',
  'safety.change.discard': 'nota nel registro: hai scartato una modifica',
} as const satisfies Record<string, Message>;
