// Languages whose name cannot come from Intl.DisplayNames on every device: Chromium ships a trimmed ICU without these
// (measured on 156), and no ICU knows Sylheti or Mandinka. `kmr` is here because ICU calls it plain "Kurdish", which does not
// tell it from `ckb`, and `bin` because the people who speak it say Edo.
import type { Message } from '../../message.ts';

export const languages = {
  'language.ary': 'arabo marocchino',
  'language.arz': 'arabo egiziano',
  'language.bin': 'edo',
  'language.dyu': 'diula',
  'language.ful': 'fula',
  'language.kmr': 'curdo kurmanji',
  'language.mnk': 'mandinka',
  'language.pcm': 'pidgin nigeriano',
  'language.snk': 'soninke',
  'language.syl': 'sylheti',
} as const satisfies Record<string, Message>;
