import { expect, test } from 'vitest';
import { noticeLanguageFor } from '../../../src/domain/notice/notice-language-for.ts';

test.each([
  [['ara'], 'ara'],
  [['wol', 'fra', 'eng'], 'fra'],
  [['eng', 'fra'], 'eng'],
  [['ita', 'urd'], 'urd'],
  [['ary', 'fra'], 'ara'],
  [['syl'], 'ben'],
  [['ita'], 'ita'],
  [['wol'], 'ita'],
  [[], 'ita'],
])('who speaks %j reads it in %s', (spoken, language) => {
  expect(noticeLanguageFor(spoken)).toBe(language);
});
