import { text } from '../../domain/notice/v1/ara.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'رجوع',
    listen: 'استمع',
    stop: 'توقف',
    noVoice: 'لا يوجد الآن على هذا الجهاز صوت لهذه اللغة.',
    given: 'سلّمنا لك هذه المعلومات',
    draft: 'مسودة: لم يوافق عليها بعد المسؤول عن معالجة البيانات.',
  },
};
