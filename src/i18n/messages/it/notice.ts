// Handing over the informativa: what the person who works here reads beside the other language.
import type { Message } from '../../message.ts';

export const notice = {
  'notice.show': 'Mostra l’informativa',
  'notice.given': 'Consegnata',
  'notice.back': 'Indietro',
  'notice.listen': 'Ascolta',
  'notice.stop': 'Ferma',
  'notice.noVoice': 'Questo dispositivo adesso non ha una voce per questa lingua.',
  'notice.languages': 'Lingua dell’informativa',
  'notice.draft': 'Bozza da approvare dal titolare del trattamento · versione {version} · {date}',
  'notice.release': 'Versione {version} · {date}',
} as const satisfies Record<string, Message>;
