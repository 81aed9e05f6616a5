import type { OpenVault } from '../device/open-vault.ts';
import type { Translator } from '../i18n/translate.ts';
import { dwellingFieldsOf } from './dwelling-records.ts';
import type { OverfullItem } from './overfull-items.ts';
import type { PlacedTwiceItem } from './placed-twice-items.ts';
import type { RecordConflict } from './record-conflicts.ts';
import { nameOfPerson, recordTitle } from './record-words.ts';

export const conflictText = (vault: OpenVault, words: Translator, item: RecordConflict): string =>
  item.what === 'overfull' ? overfullText(vault, words, item) : placedTwiceText(vault, words, item);

/** "Casa del porto: 3 persone per 2 posti dal 03/12/2026" */
function overfullText(vault: OpenVault, words: Translator, { dwelling, overfull }: OverfullItem): string {
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

/** "Ousmane C. e Fatou C. sono anche in un altro inserimento, nello stesso periodo" */
function placedTwiceText(vault: OpenVault, words: Translator, { others }: PlacedTwiceItem): string {
  const people = [...new Set(others.flatMap(({ personIds }) => personIds))];
  const names = words.formatList(people.map((id) => nameOfPerson(vault, words, id)));
  return words.t('placedTwice.text', { names, n: people.length });
}
