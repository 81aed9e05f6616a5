import { describe, expect, test } from 'vitest';
import { findVoice } from '../../../src/features/people/find-voice.ts';

const here = (lang: string) => ({ lang, localService: true, default: false });
const away = (lang: string) => ({ lang, localService: false, default: false });

describe('the voice that reads', () => {
  test.each([
    ['ar', [here('it-IT'), here('ar-EG')], 'ar-EG'],
    ['ar', [here('ar_SA')], 'ar_SA'],
    ['ur', [here('ar-SA'), here('it-IT')], undefined],
    ['bn', [], undefined],
    // Arabic is not Aragonese, whose tag only begins alike.
    ['ar', [here('arg-ES')], undefined],
  ])('for %s among %j is %s', (tag, voices, lang) => {
    expect(findVoice(voices, tag, true)?.lang).toBe(lang);
  });

  test('lives on this device where there is one, and without a network only there', () => {
    expect(findVoice([away('fr-FR'), here('fr-CA')], 'fr', true)?.lang).toBe('fr-CA');
    expect(findVoice([away('fr-FR')], 'fr', true)?.lang).toBe('fr-FR');
    expect(findVoice([away('fr-FR')], 'fr', false)).toBeUndefined();
  });
});
