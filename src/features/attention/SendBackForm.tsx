import { useState } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Form } from '../../ui/Form.tsx';
import { returnIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { ArrivedItem } from '../remote-ports.ts';
import { firstNameOf } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';

type SendBackFormProps = {
  readonly item: ArrivedItem;
  readonly isBusy: boolean;
  readonly onSend: (note: string) => Promise<void>;
  readonly onCancel: () => void;
};

/** Back to its author, with a word on what to do. */
export function SendBackForm({ item, isBusy, onSend, onCancel }: SendBackFormProps) {
  const { t } = useSession().words;
  const [note, write, discard] = useDraftText(`arrived:note:${item.changeId}`);
  const [failedTries, setFailedTries] = useState(0);
  const name = firstNameOf(item.author.name);
  const send = async () => {
    if (note.trim() === '') return setFailedTries(failedTries + 1);
    await onSend(note.trim());
    discard();
  };
  return (
    <Card title={t('arrived.sendBack', { name })}>
      <Form
        label={t('arrived.sendBack', { name })}
        failedTries={failedTries}
        startAt="textarea"
        onSubmit={() => void send()}
      >
        <TextArea
          label={t('arrived.note')}
          hint={t('arrived.note.hint', { name })}
          error={failedTries > 0 && note.trim() === '' ? t('refusal.CommentMissing') : undefined}
          value={note}
          onInput={write}
          maxLength={NOTE_LENGTH_MAX}
          required
        />
        <Stack inline>
          <Button type="submit" icon={returnIcon} busy={isBusy}>
            {t('review.return.send')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('verb.cancel')}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}
