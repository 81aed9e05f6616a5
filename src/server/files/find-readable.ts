import type { Actor } from '../../domain/actor.ts';
import type { Attachment } from '../../domain/kinds/attachment.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import type { Naming } from '../store/files.ts';

/**
 * The attachment by which `actor` may have the file: one that is not removed, on a record that is not removed, both of which they may read.
 * One's own first, because it says what one is about to send. Undefined is the same for everybody who may not know that the file is there.
 */
export function findReadable(naming: readonly Naming[], actor: Actor, sha256: string): Attachment | undefined {
  const readable = naming.filter(({ attachment, parent }) => {
    if (attachment.removed || parent.removed) return false;
    const isNamed = findVisibleRecord(attachment, actor)?.fields.sha256 === sha256;
    return isNamed && findVisibleRecord(parent, actor) !== undefined;
  });
  const found = readable.find(({ attachment }) => attachment.createdBy.id === actor.id) ?? readable[0];
  return found && (found.attachment.fields as Attachment);
}
