import type { NoticeLanguage } from '../domain/lists/notice.ts';
import type { GuestKey, GuestMessages } from './guest/guest-messages.ts';
import { NOTICE_TONGUES } from './load-notice.ts';
import { localeToTag } from './number-format.ts';
import { OFFICE_TIME_ZONE } from './office-date.ts';

/** What a volunteer's phone says, in one of the languages of the informativa. */
export type GuestWords = {
  readonly language: NoticeLanguage;
  readonly dir: 'ltr' | 'rtl';
  /** For `lang`. */
  readonly tag: string;
  readonly t: (key: GuestKey, values?: Readonly<Record<string, string | number>>) => string;
  /** "sabato 28 novembre", for a calendar date. */
  readonly formatDay: (date: string) => string;
};

const MESSAGES = {
  ita: () => import('./guest/ita.ts'),
  eng: () => import('./guest/eng.ts'),
  fra: () => import('./guest/fra.ts'),
  spa: () => import('./guest/spa.ts'),
  ara: () => import('./guest/ara.ts'),
  urd: () => import('./guest/urd.ts'),
  ben: () => import('./guest/ben.ts'),
  ukr: () => import('./guest/ukr.ts'),
} as const satisfies Record<NoticeLanguage, () => Promise<{ readonly messages: GuestMessages }>>;

export async function loadGuestWords(language: NoticeLanguage): Promise<GuestWords> {
  const { messages } = await MESSAGES[language]();
  const { tag, dir } = NOTICE_TONGUES[language];
  // The digits on the signs around, whatever the language: a number is read by the coordinator too.
  const day = new Intl.DateTimeFormat(`${language === 'eng' ? localeToTag('en') : tag}-u-nu-latn`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: OFFICE_TIME_ZONE,
  });
  return {
    language,
    dir,
    tag,
    t: (key, values = {}) => messages[key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
    formatDay: (date) => day.format(new Date(`${date}T12:00:00Z`)),
  };
}

/** The first of the phone's own languages that we speak; else Italian, which is all around. */
export function guestLanguageFor(languages: readonly string[]): NoticeLanguage {
  const spoken = languages.map((language) => language.toLowerCase().split('-')[0]);
  const known = Object.entries(NOTICE_TONGUES) as [NoticeLanguage, { readonly tag: string }][];
  const tags = new Map(known.map(([language, { tag }]) => [tag, language]));
  return spoken.flatMap((tag) => tags.get(tag ?? '') ?? [])[0] ?? 'ita';
}
