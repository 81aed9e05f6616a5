import type { DoorWords } from '../i18n/translate.ts';
import type { EntranceFrame, EntranceTrouble } from './entrance.ts';

/** The words that the three doors (enrol, sign in, unlock) share. */

/** Where a trouble is said: beside the field that mends it, or above everything. */
export function placeOfTrouble({ type }: EntranceTrouble): 'code' | 'password' | 'page' {
  if (type === 'CodeInvalid') return 'code';
  return type === 'SignInRefused' || type === 'WrongPassword' ? 'password' : 'page';
}

/** Longer waits than this are told in minutes. */
const SECONDS_TOLD_MAX = 90;

export function entranceTroubleToText(words: DoorWords, trouble: EntranceTrouble): string {
  if (trouble.type !== 'SlowDown') {
    return (
      words.findMessage(`entrance.trouble.${trouble.type}`) ??
      words.findMessage(`trouble.${trouble.type}`) ??
      words.t('trouble.unknown')
    );
  }
  const seconds = Math.max(1, Math.ceil(trouble.retryAfterSeconds));
  return seconds <= SECONDS_TOLD_MAX
    ? words.t('entrance.slowDown.seconds', { n: seconds })
    : words.t('entrance.slowDown.minutes', { n: Math.ceil(seconds / 60) });
}

/** Under the product's name: the municipality and what this device is called. */
export function entranceBrand({ words, municipalityName, deviceLabel }: EntranceFrame) {
  const parts = [municipalityName, deviceLabel === undefined ? undefined : `«${deviceLabel}»`];
  const known = parts.filter((part) => part !== undefined);
  return { title: 'Taccuino', subtitle: known.length > 0 ? known.join(' · ') : words.t('entrance.brand') };
}
