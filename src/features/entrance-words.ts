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

/** `door`: the one whose own way on differs from the others', where it does. */
export function entranceTroubleToText(words: DoorWords, trouble: EntranceTrouble, door?: 'enrol'): string {
  const own = door && words.findMessage(`entrance.${door}.trouble.${trouble.type}`);
  return own ?? findTroubleText(words, trouble) ?? words.t('trouble.unknown');
}

/** By key: some troubles happen only at the doors that need the network, and their words come with those doors. */
function findTroubleText({ findMessage }: DoorWords, trouble: EntranceTrouble): string | undefined {
  if (trouble.type !== 'SlowDown') {
    return findMessage(`entrance.trouble.${trouble.type}`) ?? findMessage(`trouble.${trouble.type}`);
  }
  const seconds = Math.max(1, Math.ceil(trouble.retryAfterSeconds));
  return seconds <= SECONDS_TOLD_MAX
    ? findMessage('entrance.slowDown.seconds', { n: seconds })
    : findMessage('entrance.slowDown.minutes', { n: Math.ceil(seconds / 60) });
}

/** Under the product's name: the municipality and what this device is called. */
export function entranceBrand({ words, municipalityName, deviceLabel }: EntranceFrame) {
  const parts = [municipalityName, deviceLabel === undefined ? undefined : words.t('quoted', { text: deviceLabel })];
  const known = parts.filter((part) => part !== undefined);
  return { title: 'Taccuino', subtitle: known.length > 0 ? known.join(' · ') : words.t('entrance.brand') };
}
