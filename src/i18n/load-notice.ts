import type { NoticeLanguage } from '../domain/lists/notice.ts';
import type { NoticePage } from './notice/notice-page.ts';

/** A file of its own each, which the service worker keeps: nobody waits for eight languages, and none is missing offline. */
const PAGES = {
  ita: () => import('./notice/ita.ts'),
  eng: () => import('./notice/eng.ts'),
  fra: () => import('./notice/fra.ts'),
  spa: () => import('./notice/spa.ts'),
  ara: () => import('./notice/ara.ts'),
  urd: () => import('./notice/urd.ts'),
  ben: () => import('./notice/ben.ts'),
  ukr: () => import('./notice/ukr.ts'),
} as const satisfies Record<NoticeLanguage, () => Promise<{ readonly page: NoticePage }>>;

export const loadNotice = async (language: NoticeLanguage): Promise<NoticePage> => (await PAGES[language]()).page;

/**
 * How each language calls itself, to be chosen by who reads no other; `tag` is for `lang` and for voices. By hand: Chromium's trimmed
 * ICU does not name every language in itself.
 */
export const NOTICE_TONGUES = {
  ita: { name: 'Italiano', tag: 'it', dir: 'ltr' },
  eng: { name: 'English', tag: 'en', dir: 'ltr' },
  fra: { name: 'Français', tag: 'fr', dir: 'ltr' },
  spa: { name: 'Español', tag: 'es', dir: 'ltr' },
  ara: { name: 'العربية', tag: 'ar', dir: 'rtl' },
  urd: { name: 'اردو', tag: 'ur', dir: 'rtl' },
  ben: { name: 'বাংলা', tag: 'bn', dir: 'ltr' },
  ukr: { name: 'Українська', tag: 'uk', dir: 'ltr' },
} as const satisfies Record<
  NoticeLanguage,
  { readonly name: string; readonly tag: string; readonly dir: 'ltr' | 'rtl' }
>;
