// Dates, numbers and lists the way a language writes them. Calendar dates (`2026-11-03`) have no zone and are never
// shifted; instants (UTC strings) are always told in the time of Italian offices, whatever zone the device is set to.

import { daysBetween } from '../domain/calendar.ts';
import type { Locale } from './locale.ts';
import { createNumberFormat, localeToTag } from './number-format.ts';
import { OFFICE_TIME_ZONE } from './office-date.ts';

/**
 * `numeric` 03/11/2026 · `day` 3 novembre · `weekday` martedì 3 novembre · `long` 3 novembre 2026 · `month` novembre 2026 ·
 * `shortWeekday` mar · `longWeekday` martedì
 */
export type DateStyle = 'numeric' | 'day' | 'weekday' | 'long' | 'month' | 'shortWeekday' | 'longWeekday';

export type Formats = {
  /** Calendar date `YYYY-MM-DD`; `numeric` unless told. Throws RangeError on anything else: parse first. */
  formatDate: (isoDate: string, style?: DateStyle) => string;
  /** UTC instant → `17:42` in Europe/Rome. */
  formatTime: (instant: string) => string;
  /** UTC instant → `23/11/2026, 17:42` in Europe/Rome. */
  formatDateTime: (instant: string) => string;
  /** oggi · ieri · domani · 18/11 · 18/11/25 when the year is another. Both are calendar dates. */
  formatRelativeDay: (isoDate: string, todayIso: string) => string;
  formatNumber: (value: number) => string;
  /** Integer cents → `180 €`, `1.234,50 €`. */
  formatMoney: (cents: number) => string;
  /** `a, b e c` */
  formatList: (items: readonly string[]) => string;
};

const DATE_OPTIONS: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  shortWeekday: { weekday: 'short' },
  longWeekday: { weekday: 'long' },
};
const TIME_OPTIONS: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

export function createFormats(locale: Locale): Formats {
  const tag = localeToTag(locale);
  const dateFormat = lazyByKey((style: DateStyle) => calendarFormat(tag, DATE_OPTIONS[style]));
  const shortDay = calendarFormat(tag, { day: '2-digit', month: '2-digit' });
  const shortDate = calendarFormat(tag, { day: '2-digit', month: '2-digit', year: '2-digit' });
  const time = new Intl.DateTimeFormat(tag, { ...TIME_OPTIONS, timeZone: OFFICE_TIME_ZONE });
  const dateTime = new Intl.DateTimeFormat(tag, {
    ...DATE_OPTIONS.numeric,
    ...TIME_OPTIONS,
    timeZone: OFFICE_TIME_ZONE,
  });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const money = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: 'EUR',
    useGrouping: 'always',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });

  return {
    formatDate: (isoDate, style = 'numeric') => dateFormat(style).format(dateToUtc(isoDate)),
    formatTime: (instant) => time.format(new Date(instant)),
    formatDateTime: (instant) => dateTime.format(new Date(instant)),
    formatRelativeDay(isoDate, todayIso) {
      const days = daysBetween(todayIso, isoDate);
      if (Math.abs(days) <= 1) return relative.format(days, 'day');
      const isSameYear = isoDate.slice(0, 4) === todayIso.slice(0, 4);
      return (isSameYear ? shortDay : shortDate).format(dateToUtc(isoDate));
    },
    formatNumber: createNumberFormat(locale),
    formatMoney: (cents) => money.format(cents / 100),
    formatList: (items) => list.format(items),
  };
}

const calendarFormat = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });

const dateToUtc = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);

/** A formatter costs a millisecond or so on a slow tablet: make each when first asked for. */
function lazyByKey<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
