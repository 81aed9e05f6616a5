import { useState } from 'preact/hooks';
import type { CaseRecord } from '../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../domain/primitives.ts';
import { findReviewStep } from '../domain/review-table.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { CardRow } from '../ui/CardRow.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Form } from '../ui/Form.tsx';
import { RowList } from '../ui/RowList.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { textToValue } from './field-values.ts';
import { useSession } from './session.ts';
import { useDraftText } from './use-draft-text.ts';
import { refusalToText, useSaved } from './use-save.ts';

/** The conversation about a record, the oldest sentence first, and a place to add one. */
export function CommentsCard({ held }: { readonly held: CaseRecord }) {
  const { vault, words, say } = useSession();
  const { record } = held;
  const [text, write, discard] = useDraftText(`comment:${record.id}`);
  const [hadText] = useState(text !== '');
  const saved = useSaved();
  const mayComment = !record.removed && findReviewStep(record.review.state, 'comment', vault.actor.role) !== undefined;
  if (record.comments.length === 0 && !mayComment) return null;

  async function send(): Promise<void> {
    const comment = textToValue(text);
    if (comment === undefined) return;
    const answer = await vault.saveChange({ type: 'comment', recordId: record.id, kind: record.kind, text: comment });
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    discard();
    saved(answer.value);
  }

  return (
    <Card title={words.t('record.comments')}>
      {record.comments.length > 0 && (
        <RowList inset>
          {record.comments.map((comment) => (
            <CardRow
              key={comment.id}
              plain
              title={comment.text}
              subtitle={`${comment.by.name} · ${words.formatDateTime(comment.at)}`}
            />
          ))}
        </RowList>
      )}
      {mayComment && (
        <Disclosure label={words.t('record.writeComment')} open={hadText}>
          <Form onSubmit={send}>
            <TextArea label={words.t('record.comment')} value={text} onInput={write} maxLength={NOTE_LENGTH_MAX} />
            <Button type="submit" variant="quiet" disabled={text.trim() === ''}>
              {words.t('record.sendComment')}
            </Button>
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}
