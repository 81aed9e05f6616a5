import { text } from '../../domain/notice/v1/urd.ts';
import type { NoticePage } from './notice-page.ts';

export const page: NoticePage = {
  text,
  words: {
    back: 'واپس',
    listen: 'سنیں',
    stop: 'روکیں',
    noVoice: 'اس آلے پر ابھی اس زبان کی آواز نہیں ہے۔',
    given: 'ہم نے آپ کو یہ معلومات دے دیں',
    draft: 'مسودہ: ڈیٹا کے ذمہ دار نے ابھی اس کی منظوری نہیں دی۔',
  },
};
