import type { Placement } from '../domain/kinds/placement.ts';
import { placementPeriod } from '../domain/kinds/placement-periods.ts';
import type { Translator } from '../i18n/translate.ts';

/** "dal 15/11/2026", "15/11/2026 – 30/06/2027"; undefined where nothing is dated yet. */
export function periodText(words: Translator, fields: Partial<Placement>): string | undefined {
  const { start, end } = placementPeriod(fields);
  if (start === undefined) return undefined;
  const from = words.formatDate(start);
  return end === undefined
    ? words.t('dwellings.stayFrom', { from })
    : words.t('dwellings.stayFromTo', { from, to: words.formatDate(end) });
}
