import { text } from '../../domain/notice/v1/fra.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'Retour',
    listen: 'Écouter',
    stop: 'Arrêter',
    noVoice: 'Cet appareil n’a pas de voix pour cette langue maintenant.',
    given: 'Nous vous avons donné ces informations',
    draft: 'Brouillon : le responsable du traitement ne l’a pas encore approuvé.',
  },
};
