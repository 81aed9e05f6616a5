import type { UnreadablePart } from '../../device/open-vault.ts';
import type { Exchange, ReceiptDifference } from '../../device/sync-status.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { instantToOfficeDate } from '../../i18n/office-date.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { Carried } from '../remote-ports.ts';
import type { SafetyState } from './safety-states.ts';

/** Title and explanation of a state; what to do stands in the explanation. */
export function safetyStateToWords(words: Translator, state: SafetyState): { title: string; text: string } {
  const { t, formatTime } = words;
  switch (state.what) {
    case 'attention':
      return { title: t('safety.attention.title', { n: state.count }), text: t('safety.attention.text') };
    case 'trouble':
      return {
        title: t(`safety.trouble.${state.trouble}.title`),
        text:
          state.trouble === 'receipt-differs' && state.difference !== undefined
            ? differenceToText(words, state.difference)
            : t(`safety.trouble.${state.trouble}.text`),
      };
    case 'offline':
      return { title: t('safety.offline.title'), text: t('safety.offline.text', { n: state.count }) };
    case 'waiting':
      return {
        title: t('safety.waiting.title', { n: state.count }),
        text: t('safety.waiting.text', { n: state.count }),
      };
    case 'unreadable':
      return {
        title: t('safety.unreadable.title', { n: state.count }),
        text: t('safety.unreadable.text', { n: state.count }),
      };
    case 'files':
      return { title: t('safety.files.title', { n: state.count }), text: t('safety.files.text') };
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

/** In what the server's receipt differs, and that it mends itself. The first reason that explains the others is the one that is told. */
export function differenceToText({ t }: Translator, difference: ReceiptDifference): string {
  const { countHere, countThere, isSameEpoch } = difference;
  if (!isSameEpoch) return t('safety.differs.restored');
  if (countThere < countHere) return t('safety.differs.fewer', { n: countHere - countThere });
  if (countThere > countHere) return t('safety.differs.more', { n: countThere - countHere });
  return t('safety.differs.other');
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

/** What is merely of a newer version of the app than this one; what is damaged is a risk, see risks.ts. */
export const countNewer = (parts: readonly UnreadablePart[], unknownRecords: number): number =>
  parts.filter(({ reason }) => reason === 'NewerSchema').length + unknownRecords;

/** "4 presi, 1 da confermare". */
export function carriedToText({ t, formatList }: Translator, { taken, held, unreadable }: Carried): string {
  const parts = [
    taken > 0 || held + unreadable === 0 ? t('rescue.carried.n.taken', { n: taken }) : undefined,
    held > 0 ? t('rescue.carried.n.held', { n: held }) : undefined,
    unreadable > 0 ? t('rescue.carried.n.unreadable', { n: unreadable }) : undefined,
  ];
  return formatList(parts.filter((part) => part !== undefined));
}
