import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { FileLine } from '../device/vault-files.ts';
import { isFileKind } from '../domain/file-kinds.ts';
import type { Attachment } from '../domain/kinds/attachment.ts';
import { KINDS } from '../domain/kinds.ts';
import type { Translator } from '../i18n/translate.ts';
import { clockIcon, cloudUploadIcon, returnIcon } from '../ui/icons.ts';
import type { FileProgress } from './files-port.ts';
import type { RowMark } from './record-words.ts';

/** Fields as far as this device may see them. */
export const attachmentFieldsOf = ({ record }: Pick<CaseRecord, 'record'>): Partial<Attachment> => record.fields;

/** What hangs on a record, or on one that was merged into it; the newest first. */
export const attachmentsOf = ({ caseload }: OpenVault, id: string): readonly CaseRecord[] =>
  caseload.about(id).filter(({ record }) => isFileKind(record.kind));

/**
 * How a file stands, worst news first: of a practice also whether a coordinator has let other cities see it. `line` is undefined
 * while the file is not on this device.
 */
export function fileMark(
  { t }: Translator,
  held: CaseRecord,
  line: FileLine | undefined,
  progress: FileProgress | undefined,
): RowMark {
  if (held.attention > 0 || line?.state === 'failed') return { tone: 'stop', label: t('state.attention') };
  if (progress !== undefined && progress.sha256 === line?.sha256) {
    const label = t('files.state.sending', { n: progress.done, m: progress.total });
    return { tone: 'send', label, icon: cloudUploadIcon };
  }
  if (held.waiting > 0) return { tone: 'wait', label: t('state.savedHere') };
  if (line?.state === 'waiting') return { tone: 'wait', label: t('files.state.waiting') };
  const { kind, review } = held.record;
  if (review.state === 'returned') return { tone: 'stop', label: t('files.state.returned'), icon: returnIcon };
  if (review.state === 'submitted' && KINDS.get(kind)?.isReviewed === true) {
    return { tone: 'wait', label: t('files.state.toValidate'), icon: clockIcon };
  }
  return line === undefined
    ? { tone: 'off', label: t('files.state.notHere'), icon: cloudUploadIcon }
    : { tone: 'ok', label: t('state.onServer') };
}
