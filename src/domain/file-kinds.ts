/** Kinds of records that name a file by its hash. The index in the database names the same ones. */
export const FILE_KINDS = ['attachment', 'practice-file'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const isFileKind = (kind: string): kind is FileKind => FILE_KINDS.some((one) => one === kind);

/** What a file is that hangs on a record of this kind. */
export const fileKindOn = (parentKind: string): FileKind =>
  parentKind === 'practice' ? 'practice-file' : 'attachment';
