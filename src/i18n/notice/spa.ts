import { text } from '../../domain/notice/v1/spa.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'Volver',
    listen: 'Escuchar',
    stop: 'Parar',
    noVoice: 'Este dispositivo no tiene ahora una voz para este idioma.',
    given: 'Le hemos dado esta información',
    draft: 'Borrador: el responsable del tratamiento aún no lo ha aprobado.',
  },
};
