import { text } from '../../domain/notice/v1/ita.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'Indietro',
    listen: 'Ascolta',
    stop: 'Ferma',
    noVoice: 'Questo dispositivo adesso non ha una voce per questa lingua.',
    given: 'Ti abbiamo dato queste informazioni',
    draft: 'Bozza: il titolare del trattamento non l’ha ancora approvata.',
  },
};
