import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import type { FileKind } from '../file-kinds.ts';
import { FILE_BYTES_MAX, FileType } from '../file-type.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { Id, Note, ShortText } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';

/**
 * A photo or a document that hangs on a record. The record says what it is; its bytes go another way (protocol/files.ts), after it and at
 * their own pace, and are found by their hash: the same file on two records is stored once.
 */
export const Attachment = z.strictObject({
  /** What it hangs on: a record of one of ATTACHED_KINDS. */
  record: Id,
  /** As the person calls it. A photo of the camera is called by what it hangs on. */
  name: ShortText,
  fileType: FileType,
  bytes: z.int().min(1).max(FILE_BYTES_MAX),
  /** SHA-256 of the file in lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Pixels, of an image. */
  width: z.int().min(1).max(100_000).optional(),
  height: z.int().min(1).max(100_000).optional(),
  note: Note.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** All of these are read by the same people as their attachments are. */
export const ATTACHED_KINDS = ['beneficiary', 'service', 'placement'] as const;

/** A record with more is an archive, and no tablet shows it at a glance. */
export const ATTACHMENTS_MAX = 20;

export const attachmentKind = defineKind({
  kind: 'attachment',
  schema: Attachment,
  classes: {
    record: 'open',
    name: 'personal',
    fileType: 'open',
    bytes: 'open',
    // Whoever knows it can ask for the file, and can tell a file that they have from one that they have not.
    sha256: 'personal',
    width: 'open',
    height: 'open',
    note: 'personal',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'record',
  subjectKind: ATTACHED_KINDS,
  rules: (fields, context) => fileProblems('attachment', fields, context),
});

const OF_THE_FILE = ['sha256', 'bytes', 'fileType', 'record'] as const;

type FileFields = Pick<Attachment, (typeof OF_THE_FILE)[number]>;

/** What holds of each record that names a file. */
export const fileProblems = (kind: FileKind, fields: FileFields, context: RuleContext): FieldProblem[] => [
  ...changedFile(fields, context),
  ...countProblems(kind, fields, context),
];

/** Another file is another attachment: what somebody looked at stays what it was. */
const changedFile = (fields: FileFields, { record }: RuleContext): FieldProblem[] =>
  record === undefined
    ? []
    : OF_THE_FILE.filter((field) => record.fields[field] !== fields[field]).map((field) => problem(field, 'FileFixed'));

function countProblems(fileKind: FileKind, fields: FileFields, context: RuleContext): FieldProblem[] {
  const isComing = context.record?.removed === true || isTouched(context, fields, ['record']);
  if (!isComing) return [];
  const others = context.related.filter(({ kind, removed }) => kind === fileKind && !removed);
  return others.length >= ATTACHMENTS_MAX ? [problem('record', 'FilesTooMany')] : [];
}

const problem = (field: keyof Attachment, rule: KindRuleCode): FieldProblem => ({ field, rule });
