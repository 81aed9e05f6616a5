import { useState } from 'preact/hooks';
import type { CaseRecord } from '../device/open-vault.ts';
import { fileKindOn } from '../domain/file-kinds.ts';
import { ATTACHMENTS_MAX } from '../domain/kinds/attachment.ts';
import { mayCreate } from '../domain/permissions.ts';
import { instantToOfficeDate } from '../i18n/office-date.ts';
import { Card } from '../ui/Card.tsx';
import { CardRow } from '../ui/CardRow.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { cameraIcon, clipIcon, noticeIcon, photoIcon } from '../ui/icons.ts';
import { Loading } from '../ui/Loading.tsx';
import { Note } from '../ui/Note.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Stack } from '../ui/Stack.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { attachmentFieldsOf, attachmentsOf, fileMark } from './attachment-records.ts';
import { NewAttachment } from './new-attachment.tsx';
import { placeOfRecord } from './places.ts';
import { type ChooseTrouble, type ChosenFile, prepareFile } from './prepare-file.ts';
import { recordSubtitle, recordTitle } from './record-words.ts';
import { useSession } from './session.ts';

/** What the chooser offers first; what is chosen is looked at by its bytes. */
const ACCEPTED = 'image/*,application/pdf';

/** "IMG_0042", "PXL_20261123_101500", "image": made by a machine, for machines. */
const CAMERA_NAME = /^(img|dsc|dscn|pxl|image|photo|foto|screenshot|whatsapp image)?[-_ \d.()at]*$/i;

type Choice =
  | { readonly what: 'busy' }
  | { readonly what: 'trouble'; readonly trouble: ChooseTrouble }
  | { readonly what: 'chosen'; readonly name: string; readonly chosen: ChosenFile };

/** Photos and documents of a record: how each stands, and the two ways to add one. */
export function AttachmentsCard({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const { id, kind, municipality, removed, mergedInto } = held.record;
  const attachments = attachmentsOf(vault, id);
  const isOurs = municipality === vault.actor.municipality;
  const mayAdd = isOurs && !removed && mergedInto === undefined && mayCreate(vault.actor, fileKindOn(kind));
  const isForAll = fileKindOn(kind) === 'practice-file';
  if (attachments.length === 0 && !mayAdd) return null;
  const isFull = attachments.length >= ATTACHMENTS_MAX;

  const choose = async (file: File, source: 'camera' | 'files') => {
    setChoice({ what: 'busy' });
    const prepared = await prepareFile(file);
    if (!prepared.ok) return setChoice({ what: 'trouble', trouble: prepared.error });
    // What a camera calls its pictures tells nobody anything.
    const stem = file.name.replace(/\.[a-z0-9]{1,5}$/i, '');
    const name =
      source === 'camera' || (prepared.value.what === 'photo' && CAMERA_NAME.test(stem))
        ? t('files.photoOf', { day: words.formatDate(today(), 'day') })
        : stem;
    setChoice({ what: 'chosen', name, chosen: prepared.value });
  };

  return (
    <Card
      flat
      title={t('files.title')}
      aside={attachments.length > 0 ? words.formatNumber(attachments.length) : undefined}
    >
      {attachments.length > 0 && (
        <RowList>
          {attachments.map((attachment) => (
            <AttachmentRow key={attachment.record.id} held={attachment} />
          ))}
        </RowList>
      )}
      {mayAdd && (
        <div class="card-part">
          <Stack>
            {isFull ? (
              <p class="soft">{t('files.full', { n: ATTACHMENTS_MAX })}</p>
            ) : (
              <Stack inline>
                <FileButton icon={cameraIcon} accept="image/*" camera onChoose={(file) => void choose(file, 'camera')}>
                  {t('files.takePhoto')}
                </FileButton>
                <FileButton icon={clipIcon} accept={ACCEPTED} onChoose={(file) => void choose(file, 'files')}>
                  {t('files.chooseFile')}
                </FileButton>
              </Stack>
            )}
            {choice?.what === 'busy' && <Loading label={t('files.preparing')} />}
            {choice?.what === 'trouble' && (
              <Note tone="stop" role="alert">
                {t(`files.choose.${choice.trouble}`)}
              </Note>
            )}
            {isForAll ? (
              <p class="small soft">{t('files.hintForAll')}</p>
            ) : (
              attachments.length === 0 && <p class="small soft">{t('files.hint')}</p>
            )}
          </Stack>
        </div>
      )}
      {choice?.what === 'chosen' && (
        <NewAttachment
          parentId={id}
          isForAll={isForAll}
          suggestedName={choice.name}
          chosen={choice.chosen}
          onClose={() => setChoice(undefined)}
        />
      )}
    </Card>
  );
}

function AttachmentRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, files, today } = useSession();
  const { sha256 = '', fileType } = attachmentFieldsOf(held);
  const when = words.formatRelativeDay(instantToOfficeDate(held.record.createdAt), today());
  const mark = fileMark(words, held, files.lines.value?.get(sha256), files.progress.value);
  return (
    <CardRow
      icon={fileType === 'application/pdf' ? noticeIcon : photoIcon}
      title={recordTitle(vault, words, held)}
      subtitle={`${recordSubtitle(words, held)} · ${when}`}
      href={placeOfRecord(held.record.kind, held.record.id)}
      mark={files.lines.value === undefined ? undefined : <StateMark {...mark} />}
    />
  );
}
