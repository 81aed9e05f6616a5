import type { Actor } from '../../domain/actor.ts';
import type { Attachment } from '../../domain/kinds/attachment.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import type { Naming } from '../store/files.ts';

/** What an attachment says of its file; an attachment of a practice says the same. */
export type NamedFile = Pick<Attachment, 'sha256' | 'bytes' | 'fileType'>;

/**
 * What `actor` may do with a file, by the attachments that name it: those that are not removed, on records that are not removed, both of
 * which they may read. Undefined is the same for everybody who may not know that the file is there.
 *
 * readable attachment | whose author had the bytes | then
 * ------------------- | -------------------------- | --------------------------------------------------------------
 * none                | –                          | undefined
 * some                | of none of them            | they may send it, as if it were nowhere: a hash is not the file
 * some                | of one of them             | they may have it
 */
export function findReadable(
  naming: readonly Naming[],
  actor: Actor,
  sha256: string,
): { readonly file: NamedFile; readonly mayHave: boolean } | undefined {
  const readable = naming.filter(({ attachment, parent }) => {
    if (attachment.removed || parent.removed) return false;
    const isNamed = findVisibleRecord(attachment, actor)?.fields.sha256 === sha256;
    return isNamed && findVisibleRecord(parent, actor) !== undefined;
  });
  const held = readable.find(({ isHeld }) => isHeld);
  // One's own first, because it says what one is about to send.
  const named = held ?? readable.find(({ attachment }) => attachment.createdBy.id === actor.id) ?? readable[0];
  return named && { file: named.attachment.fields as NamedFile, mayHave: held !== undefined };
}
