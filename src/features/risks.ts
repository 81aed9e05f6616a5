import type { OpenVault, StorageTrouble, UnreadablePart } from '../device/open-vault.ts';
import type { Instant } from '../domain/primitives.ts';
import type { Tone } from '../ui/tone.ts';
import { isStaff } from './places.ts';
import type { FeatureSession, StorageState } from './session.ts';

/** What may cost somebody their work if nobody does anything: said early, each with what to do. Words under `risk.<what>`. */
export type Risk =
  /** What is being typed reaches the disk no more. */
  | { readonly what: 'drafts'; readonly tone: Tone; readonly trouble: StorageTrouble['type'] }
  /** Something that was on this device is gone or broken: the browser took it away, or the disk did. */
  | { readonly what: 'missing'; readonly tone: Tone; readonly count: number; readonly isWork: boolean }
  /** Work lies here and nowhere else, and has for days. */
  | { readonly what: 'old'; readonly tone: Tone; readonly count: number; readonly days: number }
  | { readonly what: 'space'; readonly tone: Tone; readonly percent: number; readonly isOfWriter: boolean }
  /** The browser may throw everything away when the disk gets full. */
  | { readonly what: 'unprotected'; readonly tone: Tone; readonly isOfWriter: boolean };

/** A working day without network is usual in the street, a weekend too; what is older needs another way out. */
export const WAITING_DAYS_MAX = 2;
/** Browsers begin to throw away and to refuse somewhere above this. */
export const SPACE_PERCENT_MAX = 80;

const DAY_MS = 24 * 60 * 60_000;

type Known = {
  readonly vault: Pick<OpenVault, 'actor' | 'drafts' | 'outbox' | 'unreadable'>;
  readonly storage: StorageState | undefined;
  readonly now: Instant;
};

/** The most urgent first. */
export function risksOf({ vault, storage, now }: Known): Risk[] {
  const trouble = vault.drafts.trouble.value;
  const damaged = vault.unreadable.filter(({ reason }) => reason !== 'NewerSchema').length;
  const waiting = vault.outbox.value.filter(({ state }) => state === 'waiting');
  const days = daysOf(waiting, now);
  const percent = percentOf(storage);
  // Who only reads, as monitors do, sends nothing and loses no work.
  const isOfWriter = isStaff(vault.actor.role);
  const risks: (Risk | undefined)[] = [
    trouble && { what: 'drafts', tone: 'stop', trouble: trouble.type },
    damaged > 0
      ? { what: 'missing', tone: 'stop', count: damaged, isWork: countDamagedWork(vault.unreadable) === damaged }
      : undefined,
    days >= WAITING_DAYS_MAX ? { what: 'old', tone: 'wait', count: waiting.length, days } : undefined,
    percent >= SPACE_PERCENT_MAX ? { what: 'space', tone: 'wait', percent, isOfWriter } : undefined,
    storage?.isPersisted === false ? { what: 'unprotected', tone: 'wait', isOfWriter } : undefined,
  ];
  return risks.filter((risk) => risk !== undefined);
}

/** Saved changes that this app cannot open, damaged or of a newer version: nobody knows whether the server has them, so all is not safe. */
export const countUnreadableWork = (parts: readonly UnreadablePart[]): number =>
  parts.filter(({ table }) => table === 'outbox').length;

/** Of these what no newer version will open either: its owner may set it aside. */
export const countDamagedWork = (parts: readonly UnreadablePart[]): number =>
  countUnreadableWork(parts.filter(({ reason }) => reason !== 'NewerSchema'));

/** Whole days since the oldest was saved. A clock that was set back says 0. */
function daysOf(waiting: readonly { readonly savedAt: Instant }[], now: Instant): number {
  const oldestMs = Math.min(...waiting.map(({ savedAt }) => Date.parse(savedAt)), Date.parse(now));
  return Math.floor((Date.parse(now) - oldestMs) / DAY_MS);
}

const percentOf = (storage: StorageState | undefined): number =>
  storage?.usageBytes === undefined || !storage.quotaBytes
    ? 0
    : Math.min(100, Math.round((storage.usageBytes / storage.quotaBytes) * 100));

/**
 * What is said outside of the page of one's data too: on every page when typing is in danger, on the first page when work is.
 * An unprotected space is the browser's habit on a new device, and not worth a banner every day.
 */
export function findBanner(session: FeatureSession, where: 'home' | 'elsewhere'): Risk | undefined {
  const { vault, storage, now } = session;
  const risks = risksOf({ vault, storage: storage.value, now: now() });
  return risks.find(({ what }) => what === 'drafts' || (where === 'home' && what !== 'unprotected'));
}
