import { useState } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { ArrivedItem } from '../remote-ports.ts';
import { firstNameOf } from '../screen.tsx';
import { useSession } from '../session.ts';

type DismissDialogProps = {
  readonly item: ArrivedItem;
  readonly isBusy: boolean;
  readonly trouble: string | undefined;
  readonly onDismiss: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Not needed: says first what happens with it, and asks why, because the reason stays in the register. */
export function DismissDialog({ item, isBusy, trouble, onDismiss, onClose }: DismissDialogProps) {
  const { t } = useSession().words;
  const [reason, setReason] = useState('');
  const [failedTries, setFailedTries] = useState(0);
  const name = firstNameOf(item.author.name);
  const dismiss = () => (reason.trim() === '' ? setFailedTries(failedTries + 1) : void onDismiss(reason.trim()));
  return (
    <ConfirmDialog
      title={t('arrived.dismiss.ask')}
      closeLabel={t('verb.close')}
      noLabel={t('verb.cancel')}
      yesLabel={t('arrived.dismiss.yes')}
      isGrave
      busy={isBusy}
      onNo={onClose}
      onYes={dismiss}
    >
      <Form failedTries={failedTries} onSubmit={dismiss}>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {trouble}
          </Note>
        )}
        <p>{t('arrived.dismiss.what', { name })}</p>
        <TextArea
          label={t('arrived.dismiss.reason')}
          hint={t('arrived.dismiss.hint')}
          error={failedTries > 0 && reason.trim() === '' ? t('arrived.dismiss.missing') : undefined}
          value={reason}
          onInput={setReason}
          maxLength={NOTE_LENGTH_MAX}
          required
        />
      </Form>
    </ConfirmDialog>
  );
}
