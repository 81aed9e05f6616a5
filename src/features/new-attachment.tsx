import { useEffect, useMemo, useState } from 'preact/hooks';
import { SHORT_TEXT_LENGTH_MAX } from '../domain/primitives.ts';
import type { Translator } from '../i18n/translate.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceChips } from '../ui/ChoiceChips.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { TextField } from '../ui/TextField.tsx';
import { fileSizeToText } from './file-words.ts';
import type { AttachTrouble } from './files-port.ts';
import type { ChosenFile, PreparedFile } from './prepare-file.ts';
import { useSession } from './session.ts';
import { refusalToText, useSaved } from './use-save.ts';

type NewAttachmentProps = {
  readonly parentId: string;
  /** It hangs on something that all cities read. */
  readonly isForAll: boolean;
  readonly suggestedName: string;
  readonly chosen: ChosenFile;
  readonly onClose: () => void;
};

type Size = 'small' | 'original';

/** What was chosen, seen once more before it is kept: what it is called and, of a photo, how large. */
export function NewAttachment({ parentId, isForAll, suggestedName, chosen, onClose }: NewAttachmentProps) {
  const { words, files } = useSession();
  const { t } = words;
  const saved = useSaved();
  const [name, setName] = useState(suggestedName.slice(0, SHORT_TEXT_LENGTH_MAX));
  const [size, setSize] = useState<Size>('small');
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const isNameless = name.trim() === '';

  const save = async () => {
    if (isNameless) return setTrouble(t('files.nameMissing'));
    setIsBusy(true);
    const prepared = pick(chosen, size);
    const answer = await files.attach({ ...prepared, record: parentId as never, name: name.trim() });
    setIsBusy(false);
    if (!answer.ok) return setTrouble(troubleToText(words, answer.error));
    onClose();
    saved(answer.value);
  };

  return (
    <Dialog
      title={t(chosen.what === 'pdf' ? 'files.addPdf' : 'files.addPhoto')}
      closeLabel={t('verb.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('verb.cancel')}
          </Button>
          <Button busy={isBusy} onClick={() => save()}>
            {t('verb.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {isForAll && (
          <Note tone="wait" title={t('files.forAll')}>
            {t(chosen.what === 'pdf' ? 'files.forAllPdf' : 'files.forAllPhoto')}
          </Note>
        )}
        {chosen.what === 'photo' && <Preview file={chosen.small} />}
        <TextField
          label={t('field.attachment.name')}
          value={name}
          onInput={setName}
          maxLength={SHORT_TEXT_LENGTH_MAX}
          autoCapitalize="sentences"
        />
        {chosen.what === 'photo' && chosen.original !== undefined && (
          <ChoiceChips
            label={t('files.size')}
            value={size}
            onInput={(value) => setSize(value ?? size)}
            choices={[
              {
                value: 'small',
                label: t('files.size.small', { size: fileSizeToText(words, chosen.small.file.length) }),
              },
              {
                value: 'original',
                label: t('files.size.original', { size: fileSizeToText(words, chosen.original.file.length) }),
              },
            ]}
          />
        )}
        <p class="small soft">
          {t(chosen.what === 'pdf' ? 'files.pdfTells' : 'files.photoTells')} {t('files.goesAlone')}
        </p>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {trouble}
          </Note>
        )}
      </Stack>
    </Dialog>
  );
}

const pick = (chosen: ChosenFile, size: Size): PreparedFile =>
  chosen.what === 'photo' && (size === 'small' || chosen.original === undefined)
    ? chosen.small
    : (chosen.original as PreparedFile);

function Preview({ file }: { readonly file: PreparedFile }) {
  const { t } = useSession().words;
  const url = useMemo(() => URL.createObjectURL(new Blob([file.file], { type: file.fileType })), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img class="file-preview" src={url} alt={t('files.preview')} width={file.width} height={file.height} />;
}

export const troubleToText = (words: Translator, trouble: AttachTrouble): string =>
  trouble.type === 'AlreadyAttached' ? words.t('files.already') : refusalToText(words, trouble);
