import { useId, useState } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Form } from '../../ui/Form.tsx';
import { returnIcon } from '../../ui/icons.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import { togglePhrase } from './queue-model.ts';

type ReturnFormProps = {
  readonly recordId: string;
  readonly title?: string | undefined;
  readonly onReturn: (comment: string) => void;
  readonly onCancel: () => void;
};

const PHRASES = ['missing', 'wrongDate', 'duplicate', 'callMe'] as const;

/** What the worker has to mend, in a sentence; the usual sentences are one tap. Half-written it waits as a draft. */
export function ReturnForm({ recordId, title, onReturn, onCancel }: ReturnFormProps) {
  const { t } = useSession().words;
  const id = useId();
  const [comment, write, discard] = useDraftText(`review:return:${recordId}`);
  const [failedTries, setFailedTries] = useState(0);
  const phrases = PHRASES.map((name) => t(`review.phrase.${name}`));
  const chosen = phrases.filter((phrase) => comment.includes(phrase));

  const send = () => {
    if (comment.trim() === '') return setFailedTries(failedTries + 1);
    onReturn(comment.trim());
    discard();
  };

  return (
    <>
      <Card title={title}>
        <Form id={id} label={t('verb.return')} failedTries={failedTries} startAt="textarea" onSubmit={send}>
          <ChoiceChips
            many
            label={t('review.return.phrases')}
            choices={phrases.map((phrase) => ({ value: phrase, label: phrase }))}
            value={chosen}
            onInput={(next) => {
              const toggled = phrases.find((phrase) => chosen.includes(phrase) !== next.includes(phrase));
              if (toggled !== undefined) write(togglePhrase(comment, toggled));
            }}
          />
          <TextArea
            label={t('review.return.comment')}
            hint={t('review.return.hint')}
            error={failedTries > 0 && comment.trim() === '' ? t('refusal.CommentMissing') : undefined}
            value={comment}
            onInput={write}
            maxLength={NOTE_LENGTH_MAX}
            required
          />
        </Form>
      </Card>
      <ActionBar>
        <Button type="submit" form={id} icon={returnIcon}>
          {t('review.return.send')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('verb.cancel')}
        </Button>
      </ActionBar>
    </>
  );
}
