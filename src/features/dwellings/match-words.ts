import type { MatchReason } from '../../domain/match-dwellings.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { Translator } from '../../i18n/translate.ts';

/** Why a dwelling suits, or what is to be thought of, as a sentence. */
export function reasonText(words: Translator, reason: MatchReason, today: CalendarDate): string {
  const { t, formatMoney, formatDate } = words;
  switch (reason.about) {
    case 'size':
      return reason.left === 0
        ? t('findHome.sizeExact', { n: reason.free })
        : t('findHome.size', { n: reason.free, left: words.formatNumber(reason.left) });
    case 'shared':
      return t('findHome.shared');
    case 'period': {
      const from =
        reason.from === today ? t('findHome.freeNow') : t('findHome.freeFrom', { date: formatDate(reason.from) });
      return reason.until === undefined ? from : t('findHome.until', { from, date: formatDate(reason.until) });
    }
    case 'rent': {
      const money = formatMoney(reason.rentCents);
      if (reason.overCents === 0) return t('findHome.rentExact', { money });
      const difference = formatMoney(Math.abs(reason.overCents));
      return t(reason.good ? 'findHome.rentUnder' : 'findHome.rentOver', { money, difference });
    }
    case 'rentUnknown':
      return t('findHome.rentUnknown');
    case 'area':
      return t(reason.good ? 'findHome.area' : 'findHome.otherArea', { area: reason.area });
    case 'areaUnknown':
      return t('findHome.areaUnknown');
    case 'access':
      return reason.access === 'UNKNOWN' ? t('findHome.accessUnknown') : words.list('dwellingAccess', reason.access);
    default:
      return t('findHome.measure', { measure: words.list('housingMeasure', reason.measure) });
  }
}
