import type { Placement } from '../domain/kinds/placement.ts';
import type { Stay } from '../domain/occupancy.ts';
import type { Translator } from '../i18n/translate.ts';

/** "15/11/2026 – 30/06/2027", "dal 15/11/2026", "posto promesso, ingresso da fissare" */
export function stayText(words: Translator, { entryDate }: Partial<Placement>, { from, until }: Stay): string {
  if (entryDate === undefined) return words.t('dwellings.reserved');
  return until === undefined
    ? words.t('dwellings.stayFrom', { from: words.formatDate(from) })
    : words.t('dwellings.stayFromTo', { from: words.formatDate(from), to: words.formatDate(until) });
}
