import type { NoticeLanguage, NoticeVersion } from '../lists/notice.ts';
import type { CalendarDate } from '../primitives.ts';

/**
 * The informativa (GDPR Art. 13) in one language, as it is handed over. `{city}` stands where the municipality is named. A text that
 * was handed out once never changes: records name it by its version, and a test keeps its hash. Another word is another version.
 */
export type NoticeText = {
  readonly version: NoticeVersion;
  readonly language: NoticeLanguage;
  readonly title: string;
  /** Who, why, how long, which rights, whom to ask: the same five in every language. */
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
};

/** What is true of a version in all languages. */
export type NoticeRelease = {
  readonly number: number;
  readonly date: CalendarDate;
  /** Whether the data controller has approved it; until then it says on its face that it is a draft. */
  readonly isApproved: boolean;
};

export const NOTICE_RELEASES: Readonly<Record<NoticeVersion, NoticeRelease>> = {
  v1: { number: 1, date: '2026-11-25', isApproved: false },
};
