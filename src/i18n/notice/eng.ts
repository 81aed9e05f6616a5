import { text } from '../../domain/notice/v1/eng.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'Back',
    listen: 'Listen',
    stop: 'Stop',
    noVoice: 'This device has no voice for this language now.',
    given: 'We gave you this information',
    draft: 'Draft: the data controller has not approved it yet.',
  },
};
