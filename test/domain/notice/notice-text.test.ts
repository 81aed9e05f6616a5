import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/domain/canonical-json.ts';
import { NOTICE_LANGUAGES, NOTICE_VERSION_NOW, NOTICE_VERSIONS } from '../../../src/domain/lists/notice.ts';
import { NOTICE_RELEASES, type NoticeText } from '../../../src/domain/notice/notice-text.ts';
import { loadNotice, NOTICE_TONGUES } from '../../../src/i18n/load-notice.ts';

/**
 * A text that was handed out stays what it was: the records of those who received it name only its version. Other words need a new
 * version: texts in src/domain/notice/v2/, a line in NOTICE_VERSIONS and NOTICE_RELEASES, and its hash here; the old lines stay.
 */
const HASHES: Readonly<Record<string, string>> = {
  v1: '5c9c5ea63db4bfd6e3ecc2c96d84835bf69632b4e45d0d0791785765034dade6',
};

const texts = Object.values(
  import.meta.glob<NoticeText>('../../../src/domain/notice/v*/*.ts', { eager: true, import: 'text' }),
);
const textsOf = (version: string) =>
  texts.filter((text) => text.version === version).sort((a, b) => (a.language < b.language ? -1 : 1));
const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');

describe.each(NOTICE_VERSIONS)('the informativa %s', (version) => {
  test('says word for word what was released', () => {
    expect(hashOf(textsOf(version))).toBe(HASHES[version]);
  });

  test('exists in every language, with the same five sections', () => {
    expect(textsOf(version).map(({ language }) => language)).toEqual([...NOTICE_LANGUAGES].sort());
    expect(new Set(textsOf(version).map(({ sections }) => sections.length))).toEqual(new Set([5]));
  });

  test('names the data controller, the law and the time it keeps data in every language', () => {
    for (const { language, sections } of textsOf(version)) {
      const [who, why, howLong, , whom] = sections.map(({ text }) => text);
      expect(who, language).toContain('{city}');
      expect(why, language).toMatch(/6\.1\.e.*9\.2\.g/s);
      expect(howLong, language).toContain('2021/1060');
      expect(whom, language).toContain('{city}');
      expect(whom, language).toContain('www.garanteprivacy.it');
    }
  });
});

test('versions count up, and a draft says so until somebody approves it', () => {
  expect(NOTICE_VERSIONS.map((version) => NOTICE_RELEASES[version].number)).toEqual(
    NOTICE_VERSIONS.map((_, at) => at + 1),
  );
  expect(NOTICE_RELEASES.v1.isApproved).toBe(false);
});

test('the hash sees one other letter', () => {
  const [first, ...rest] = textsOf('v1');
  expect(hashOf([{ ...first, title: `${first?.title}.` }, ...rest])).not.toBe(hashOf(textsOf('v1')));
});

test.each(NOTICE_LANGUAGES)(
  'what is shown in %s is the text of today in that language, in its own script',
  async (language) => {
    const { text, words } = await loadNotice(language);
    expect(text).toMatchObject({ language, version: NOTICE_VERSION_NOW });
    const { tag, dir } = NOTICE_TONGUES[language];
    const { textInfo } = new Intl.Locale(tag) as Intl.Locale & { textInfo?: { direction: string } };
    expect(dir).toBe(textInfo?.direction ?? (/\p{Script=Arabic}/u.test(text.title) ? 'rtl' : 'ltr'));
    for (const word of Object.values(words)) expect(word.trim()).not.toBe('');
  },
);
