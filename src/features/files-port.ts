import type { ReadonlySignal } from '@preact/signals';
import type { StorageTrouble } from '../device/open-vault.ts';
import type { FileLine, NewFile } from '../device/vault-files.ts';
import type { Change } from '../domain/change.ts';
import type { Attachment } from '../domain/kinds/attachment.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';

/** The files of attachments, as screens meet them: saved here at once, sent by themselves, opened when somebody asks. */
export type FilesPort = {
  /** What lies on this device, by hash; undefined until the disk was read. */
  readonly lines: ReadonlySignal<ReadonlyMap<string, FileLine> | undefined>;
  /** What is on its way up or down now: pieces, of how many. */
  readonly progress: ReadonlySignal<FileProgress | undefined>;
  readonly attach: (file: NewFile) => Promise<Result<Change, AttachTrouble>>;
  /** The file, from here or, where it is not, from the server; it stays here then, sealed. */
  readonly open: (file: FileToOpen) => Promise<Result<Blob, OpenTrouble>>;
  /** Once more, after the server would not take it. */
  readonly retry: (sha256: string) => void;
};

export type FileProgress = { readonly sha256: string; readonly done: number; readonly total: number };
export type FileToOpen = Pick<Attachment, 'sha256' | 'fileType' | 'bytes'>;
export type AttachTrouble = Refusal | StorageTrouble | { readonly type: 'AlreadyAttached' };

/** Words under `files.open.<trouble>`. */
export type OpenTrouble =
  /** It is not on this device, and no server answered. */
  | 'offline'
  /** The device that has it has not sent it yet, or it was removed. */
  | 'not-there'
  | 'not-permitted'
  /** What came is another file than its record says. */
  | 'broken'
  | 'server-trouble';
