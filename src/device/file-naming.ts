import type { Actor } from '../domain/actor.ts';
import { FILE_KINDS } from '../domain/file-kinds.ts';
import type { Fields } from '../domain/json-value.ts';
import type { Attachment } from '../domain/kinds/attachment.ts';
import type { Caseload } from './open-vault.ts';

/** Which records of the caseload name a file. */
const fileRecords = (caseload: Caseload) => FILE_KINDS.flatMap((kind) => caseload.ofKind(kind));

/** Those of the own city: what others share is theirs to send. With the record that it hangs on an attachment is away too: the server says no. */
export const ownAttachments = (caseload: Caseload, actor: Actor) =>
  fileRecords(caseload)
    .filter(({ record }) => record.municipality === actor.municipality && !hangsOnRemoved(caseload, record.fields))
    .map(({ record, confirmed }) => ({
      fields: record.fields as Partial<Attachment>,
      isOnServer: confirmed !== undefined && !confirmed.removed,
    }));

/** What is not here may be there: it expired, or has not come yet. */
const hangsOnRemoved = (caseload: Caseload, { record }: Fields): boolean =>
  typeof record === 'string' && caseload.find(record)?.record.removed === true;

/** Whether it hangs on a practice that another city shares now. */
export const isSharedNow = (caseload: Caseload, actor: Actor, sha256: string): boolean =>
  fileRecords(caseload).some(({ record: { municipality, fields } }) => {
    if (fields.sha256 !== sha256 || municipality === actor.municipality) return false;
    const parent = typeof fields.record === 'string' ? caseload.find(fields.record)?.record : undefined;
    return parent !== undefined && !parent.removed;
  });
