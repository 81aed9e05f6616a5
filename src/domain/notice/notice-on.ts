import type { Beneficiary } from '../kinds/beneficiary.ts';
import { NOTICE_VERSION_NOW, type NoticeLanguage } from '../lists/notice.ts';
import type { CalendarDate } from '../primitives.ts';

/** What is recorded of an informativa that was handed over: the day, the language, the text of today. */
export const noticeOn = (date: CalendarDate, language: NoticeLanguage): NonNullable<Beneficiary['notice']> => ({
  date,
  language,
  version: NOTICE_VERSION_NOW,
});
