import type { Message } from '../../message.ts';
import type { languages as italian } from '../it/languages.ts';

export const languages = {
  'language.ary': 'Moroccan Arabic',
  'language.arz': 'Egyptian Arabic',
  'language.bin': 'Edo',
  'language.dyu': 'Dyula',
  'language.ful': 'Fula',
  'language.kmr': 'Kurmanji Kurdish',
  'language.mnk': 'Mandinka',
  'language.pcm': 'Nigerian Pidgin',
  'language.snk': 'Soninke',
  'language.syl': 'Sylheti',
} as const satisfies Record<keyof typeof italian, Message>;
