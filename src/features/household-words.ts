import type { CalendarDate } from '../domain/primitives.ts';
import type { Translator } from '../i18n/translate.ts';

/** Since when somebody belongs to a household, and until when: "dal 3 marzo 2026 al 1 giugno 2026". */
export function stayToText(
  words: Translator,
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): string | undefined {
  if (from === undefined) return undefined;
  const start = words.formatDate(from);
  return to === undefined
    ? words.t('households.since', { from: start })
    : words.t('households.until', { from: start, to: words.formatDate(to) });
}
