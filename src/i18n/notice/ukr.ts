import { text } from '../../domain/notice/v1/ukr.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'Назад',
    listen: 'Слухати',
    stop: 'Зупинити',
    noVoice: 'На цьому пристрої зараз немає голосу для цієї мови.',
    given: 'Ми надали вам цю інформацію',
    draft: 'Чернетка: володілець даних її ще не схвалив.',
  },
};
