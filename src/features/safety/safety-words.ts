import type { UnreadablePart } from '../../device/open-vault.ts';
import type { Exchange } from '../../device/sync-status.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { instantToOfficeDate } from '../../i18n/office-date.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { SafetyState } from './safety-states.ts';

/** Title and explanation of a state; what to do stands in the explanation. */
export function safetyStateToWords({ t, formatTime }: Translator, state: SafetyState): { title: string; text: string } {
  switch (state.what) {
    case 'attention':
      return { title: t('safety.attention.title', { n: state.count }), text: t('safety.attention.text') };
    case 'trouble':
      return { title: t(`safety.trouble.${state.trouble}.title`), text: t(`safety.trouble.${state.trouble}.text`) };
    case 'offline':
      return { title: t('safety.offline.title'), text: t('safety.offline.text', { n: state.count }) };
    case 'waiting':
      return { title: t('safety.waiting.title', { n: state.count }), text: t('safety.waiting.text') };
    case 'sending':
      return { title: t('safety.sending.title', { n: state.done, m: state.total }), text: t('safety.sending.text') };
    case 'receiving':
      return { title: t('safety.receiving.title', { n: state.done, m: state.total }), text: t('safety.sending.text') };
    case 'safe':
      return { title: t('safety.safe.title'), text: t('safety.safe.text', { time: formatTime(state.at) }) };
    default:
      return { title: t('safety.checking.title'), text: t('safety.checking.text') };
  }
}

/** How many changes the server took today, as far as the last exchanges tell. */
export const sentOn = (exchanges: readonly Exchange[], day: CalendarDate): number =>
  exchanges
    .filter(({ what, at }) => what === 'sent' && instantToOfficeDate(at) === day)
    .reduce((sum, { count }) => sum + count, 0);

const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000_000_000;

/** `6 MB`, `9,6 GB`; never 0, because something is always there. */
export function bytesToText({ formatNumber }: Translator, bytes: number): string {
  if (bytes >= GIGABYTE) return `${formatNumber(Math.round(bytes / (GIGABYTE / 10)) / 10)} GB`;
  return `${formatNumber(Math.max(1, Math.round(bytes / MEGABYTE)))} MB`;
}

/** What cannot be read, by what that means for the person: damaged, or merely newer than this app. */
export function countUnreadable(parts: readonly UnreadablePart[], unknownRecords: number) {
  const newer = parts.filter(({ reason }) => reason === 'NewerSchema').length;
  return { damaged: parts.length - newer, newer: newer + unknownRecords };
}
