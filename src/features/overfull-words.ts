import type { OpenVault } from '../device/open-vault.ts';
import type { Translator } from '../i18n/translate.ts';
import { dwellingFieldsOf } from './dwelling-records.ts';
import type { OverfullItem } from './overfull-items.ts';
import { recordTitle } from './record-words.ts';

/** "Casa del porto: 3 persone per 2 posti dal 03/12/2026" */
export function overfullText(vault: OpenVault, words: Translator, { dwelling, overfull }: OverfullItem): string {
  const name = recordTitle(vault, words, dwelling);
  const date = words.formatDate(overfull.from);
  if (overfull.why === 'period') return words.t('overfull.period', { name, date });
  const people = [overfull.claim, ...overfull.others].reduce((sum, claim) => sum + claim.people, 0);
  return words.t('overfull.places', {
    name,
    people: words.t('dwellings.people', { n: people }),
    n: dwellingFieldsOf(dwelling).places ?? 0,
    date,
  });
}
