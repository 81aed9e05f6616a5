import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { hasPersonalTrace } from '../personal-traces.ts';
import { Attachment, fileProblems } from './attachment.ts';

/**
 * A photo or a document of a practice. Other than an attachment of a person's record it is for all cities, so nothing in it may tell of
 * anybody, and a coordinator looks at each one: only what was validated, on a practice that was, is on the shelf. It has no note: what
 * there is to say stands on the card.
 */
export const PracticeFile = Attachment.omit({ note: true });
export type PracticeFile = Pick<Attachment, keyof typeof PracticeFile.shape>;

export const practiceFileKind = defineKind({
  kind: 'practice-file',
  schema: PracticeFile,
  classes: {
    record: 'open',
    name: 'open',
    fileType: 'open',
    bytes: 'open',
    sha256: 'open',
    width: 'open',
    height: 'open',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  isShared: true,
  subjectField: 'record',
  subjectKind: 'practice',
  rules: (fields, context) => [
    ...fileProblems('practice-file', fields, context),
    ...(hasPersonalTrace(fields.name) ? [{ field: 'name', rule: 'PersonalTrace' } as const] : []),
  ],
});
