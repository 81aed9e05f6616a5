import type { Service } from '../domain/kinds/service.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Translator } from '../i18n/translate.ts';

/** "Piazza Caricamento", "oggi 17:41 · unità mobile · con Youssef": where and when, as a title and what stands below it. */
export function stopToText(
  words: Translator,
  { date, time, placeKind, place, givenBy, minutes }: Partial<Service>,
  today: CalendarDate,
): { readonly title: string; readonly subtitle: string } {
  const kindName = placeKind && words.list('placeKind', placeKind);
  const day = date === undefined ? undefined : words.formatRelativeDay(date, today);
  const when = [day, time].filter((part) => part !== undefined).join(' ');
  const where = place ?? kindName;
  const parts = [
    where === undefined ? undefined : when,
    place === undefined ? undefined : kindName && inSentence(kindName),
    minutes === undefined ? undefined : `${words.formatNumber(minutes)} ${words.t('service.minutesUnit')}`,
    givenBy === undefined ? undefined : words.t('service.with', { name: givenBy }),
  ];
  return {
    title: where ?? when,
    subtitle: parts.filter((part) => part !== undefined && part !== '').join(' · '),
  };
}

const inSentence = (label: string): string => label.charAt(0).toLocaleLowerCase() + label.slice(1);
