import type { NoticeText } from '../../domain/notice/notice-text.ts';

/** The informativa with the few words around it, in the language of the person it is handed to. */
export type NoticePage = {
  readonly text: NoticeText;
  readonly words: {
    readonly back: string;
    readonly listen: string;
    readonly stop: string;
    readonly noVoice: string;
    /** Said by the one who hands over: "we gave you this information". */
    readonly given: string;
    readonly draft: string;
  };
};
