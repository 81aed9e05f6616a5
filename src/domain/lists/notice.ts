import { z } from 'zod';

/** Languages the informativa exists in: what a person was given is recorded with one of these. */
export const NOTICE_LANGUAGES = ['ita', 'eng', 'fra', 'spa', 'ara', 'urd', 'ben', 'ukr'] as const;
export const NoticeLanguage = z.enum(NOTICE_LANGUAGES);
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;

/** Every text ever handed out, oldest first; an old record keeps naming the one that its person received. */
export const NOTICE_VERSIONS = ['v1'] as const;
export const NoticeVersion = z.enum(NOTICE_VERSIONS);
export type NoticeVersion = z.infer<typeof NoticeVersion>;

export const NOTICE_VERSION_NOW: NoticeVersion = 'v1';
