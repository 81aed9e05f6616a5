import { signal } from '@preact/signals';
import type { Notice } from '../features/session.ts';

/** The short lines at the foot of the screen. One at a time: the newest is what the person just did. */
const NOTICE_MS = 6_000;

type ShownNotice = Notice & { readonly id: string };
export const notices = signal<readonly ShownNotice[]>([]);
let shownCount = 0;
let stopTimer = () => {};

export function say(notice: Notice): void {
  stopTimer();
  shownCount += 1;
  notices.value = [{ ...notice, id: String(shownCount) }];
  if (notice.isKept === true) return;
  const timer = setTimeout(closeNotices, NOTICE_MS);
  stopTimer = () => clearTimeout(timer);
}

export function closeNotices(): void {
  stopTimer();
  notices.value = [];
}
