// The public page where anybody checks a certificate, without signing in.
import type { Message } from '../../message.ts';

export const verify = {
  'verify.title': 'Verifica un attestato',
  'verify.brand': 'Formazione LGNetforma',
  'verify.otherLanguage': 'English',
  'verify.code': 'Codice dell’attestato',
  'verify.codeHint': 'Sta sotto il quadrato: quattro caratteri della città e 20 lettere e cifre.',
  'verify.check': 'Verifica',
  'verify.checking': 'Controllo l’attestato',
  'verify.valid': 'Questo attestato è valido',
  'verify.withdrawn': 'Questo attestato è stato ritirato',
  'verify.withdrawnText': 'Chi lo ha rilasciato lo ha ritirato: non vale più.',
  'verify.unknown': 'Nessun attestato ha questo codice. Controlla di averlo scritto bene.',
  'verify.noCode': 'Questo non è il codice di un attestato.',
  'verify.unreachable': 'Adesso non riesco a controllare: manca la rete, o il server non risponde. Riprova tra poco.',
  'verify.later': 'Da qui sono arrivate molte richieste. Riprova tra un minuto.',
  'verify.city': 'Rilasciato da',
  'verify.cityName': 'Comune di {city}',
  'verify.course': 'Corso',
  'verify.attended': 'Ore frequentate',
  'verify.hours': '{hours} ore',
  'verify.issued': 'Data di rilascio',
  'verify.noName': 'Questa pagina non mostra nomi. Il nome sta sull’attestato: confrontalo con un documento.',
} as const satisfies Record<string, Message>;
