import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { isFileKind } from '../../domain/file-kinds.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { attachmentFieldsOf, fileMark } from '../attachment-records.ts';
import { fieldLabel } from '../field-words.ts';
import { FileCard } from '../file-card.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES, placeOfRecord } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { RenameForm } from './RenameForm.tsx';

/** One attachment: the photo or the document itself, what it hangs on, and how it stands. */
export function AttachmentPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  const parent = held && vault.caseload.find(survivorIn(vault)(attachmentFieldsOf(held).record ?? ''));
  const listPlace = held?.record.kind === 'practice-file' ? PLACES.practices : PLACES.people;
  if (held === undefined || !isFileKind(held.record.kind) || isSharedNoMore(vault, held, parent)) {
    return <NotHere title={words.t('files.title')} listPlace={listPlace} />;
  }
  const backTo = parent === undefined ? listPlace : placeOfRecord(parent.record.kind, parent.record.id);
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      backTo={backTo}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <Columns
        main={<FileCard key={id} held={held} />}
        side={<Standing held={held} parent={parent} backTo={backTo} />}
      />
    </Screen>
  );
}

/** Another city took back the file, or the practice that it hangs on. */
const isSharedNoMore = ({ actor }: OpenVault, { record }: CaseRecord, parent: CaseRecord | undefined): boolean =>
  record.municipality !== actor.municipality && (record.removed || parent === undefined || parent.record.removed);

type StandingProps = {
  readonly held: CaseRecord;
  readonly parent: CaseRecord | undefined;
  readonly backTo: string;
};

function Standing({ held, parent, backTo }: StandingProps) {
  const { vault, words, files } = useSession();
  const mayEdit = useMayEdit(held);
  const { sha256 = '', note, width, height } = attachmentFieldsOf(held);
  const mark = fileMark(words, held, files.lines.value?.get(sha256), files.progress.value);
  const facts = [
    ...(note === undefined ? [] : [{ label: fieldLabel(words, 'attachment', 'note'), value: note }]),
    ...(width === undefined || height === undefined
      ? []
      : [{ label: words.t('files.pixels'), value: `${words.formatNumber(width)} × ${words.formatNumber(height)}` }]),
  ];
  return (
    <>
      <Card title={words.t('kind.attachment')} aside={<StateMark {...mark} />} asideAtEnd>
        {facts.length > 0 && <FactList facts={facts} />}
        {held.record.review.state === 'returned' && mayEdit && <p>{words.t('files.returnedHow')}</p>}
        <Authorship held={held} />
      </Card>
      {parent !== undefined && (
        <LinkButton href={backTo} variant="quiet" wide>
          {words.t('files.openParent', { name: recordTitle(vault, words, parent) })}
        </LinkButton>
      )}
      {mayEdit && <RenameForm held={held} />}
      <RemoveButton held={held} fallback={backTo} />
    </>
  );
}
