import { text } from '../../domain/notice/v1/ben.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'ফিরে যান',
    listen: 'শুনুন',
    stop: 'থামান',
    noVoice: 'এই ডিভাইসে এখন এই ভাষার কোনো কণ্ঠ নেই।',
    given: 'আমরা আপনাকে এই তথ্য দিয়েছি',
    draft: 'খসড়া: তথ্যের দায়িত্বপ্রাপ্ত প্রতিষ্ঠান এখনও অনুমোদন করেনি।',
  },
};
