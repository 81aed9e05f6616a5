import { FILE_KINDS } from '../../domain/file-kinds.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { photoIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { attachmentFieldsOf, fileMark } from '../attachment-records.ts';
import { placeOfRecord } from '../places.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Attachments whose file is on this device only, each with what keeps it. */
export function FilesCard() {
  const { vault, words, files } = useSession();
  const lines = files.lines.value;
  const attachments = FILE_KINDS.flatMap((kind) => vault.caseload.ofKind(kind));
  const waiting = attachments.flatMap((held) => {
    const line = lines?.get(attachmentFieldsOf(held).sha256 ?? '');
    return line === undefined || line.state === 'kept' ? [] : [{ held, line }];
  });
  if (waiting.length === 0) return null;
  return (
    <Card flat title={words.t('files.onlyHere')} aside={words.formatNumber(waiting.length)}>
      <RowList>
        {waiting.map(({ held, line }) => (
          <CardRow
            key={held.record.id}
            icon={photoIcon}
            title={recordTitle(vault, words, held)}
            subtitle={nameOfPerson(vault, words, attachmentFieldsOf(held).record)}
            href={placeOfRecord(held.record.kind, held.record.id)}
            mark={<StateMark {...fileMark(words, held, line, files.progress.value)} />}
          />
        ))}
      </RowList>
    </Card>
  );
}
