import { NOTICE_LANGUAGES, type NoticeLanguage } from '../lists/notice.ts';

/** Written alike, whatever is spoken at home. */
const WRITTEN_AS: ReadonlyMap<string, NoticeLanguage> = new Map([
  ['ary', 'ara'],
  ['arz', 'ara'],
  ['syl', 'ben'],
]);

/**
 * The language to show the informativa in: the first of the person's own that it exists in. Italian comes last of them, because who
 * speaks another one too reads that one better; it is also what is left when none of them is there.
 */
export function noticeLanguageFor(spoken: readonly string[]): NoticeLanguage {
  const known = spoken.flatMap((code) => NOTICE_LANGUAGES.find((one) => one === code) ?? WRITTEN_AS.get(code) ?? []);
  return known.find((code) => code !== 'ita') ?? 'ita';
}
