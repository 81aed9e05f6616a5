import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { Card } from '../../ui/Card.tsx';
import { Diff } from '../../ui/Diff.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { tieDots } from '../../ui/tie-dots.ts';
import { FileCard } from '../file-card.tsx';
import { rowMoment } from '../moment-words.ts';
import { NameWarning } from '../name-warning.tsx';
import { PLACES } from '../places.ts';
import { sharedTextsOf } from '../practice-records.ts';
import { nameOfPerson, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { Conversation } from './Conversation.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import type { DetailHands } from './detail-hands.ts';
import { isNewRecord, type QueueRow, returnedOf } from './queue-model.ts';
import { ReturnForm } from './ReturnForm.tsx';
import { findPracticeOf, practiceTitleOf } from './ReviewQueue.tsx';
import { reviewRows } from './review-rows.ts';

type PracticeDetailProps = DetailHands & {
  readonly row: QueueRow;
  readonly isReturning: boolean;
};

/** A practice with its photos and documents: all that other cities are going to see on one page, and one decision for all of it. */
export function PracticeDetail(props: PracticeDetailProps) {
  const { id, records } = props.row;
  const { vault, words } = useSession();
  const { t } = words;
  const practice = findPracticeOf(vault, records);
  const text = records.find(({ kind }) => kind === 'practice');
  const files = records.filter(({ kind }) => kind === 'practice-file');
  const toReturn = returnedOf(records);
  return (
    <>
      <PracticeHeading records={records} practice={practice} isArrival={props.isArrival} />
      {records.some(({ conflicts }) => conflicts.length > 0) && <Note tone="stop">{t('review.disputed')}</Note>}
      <NameWarning texts={records.flatMap(sharedTextsOf)} />
      {text === undefined ? <TextStanding practice={practice} /> : <TextCard record={text} />}
      {files.map((record) => (
        <FileToDecide key={record.id} record={record} />
      ))}
      <p class="soft">{t('review.practice.how')}</p>
      {props.isReturning ? (
        <ReturnForm
          recordId={id}
          title={text === undefined ? t('review.group.return', { n: toReturn.length }) : t('review.practice.return')}
          onReturn={props.onReturn}
          onCancel={props.onCancelReturn}
        />
      ) : (
        <DecisionBar
          {...props}
          validateLabel={
            text === undefined ? t('review.practice.validateFiles', { n: files.length }) : t('review.practice.validate')
          }
          returnLabel={
            text === undefined ? t('review.group.returnAll', { n: toReturn.length }) : t('review.practice.returnText')
          }
        />
      )}
    </>
  );
}

type PracticeHeadingProps = {
  readonly records: readonly RecordEnvelope[];
  readonly practice: CaseRecord | undefined;
  readonly isArrival: boolean;
};

function PracticeHeading({ records, practice, isArrival }: PracticeHeadingProps) {
  const session = useSession();
  const { words, today } = session;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isArrival) title.current?.focus({ preventScroll: true });
  }, []);
  const [first] = records;
  if (first === undefined) return null;
  const when = rowMoment(words, first.receivedAt ?? first.updatedAt, today());
  return (
    <div>
      <p class="eyebrow">{words.t('review.byAt', { name: first.updatedBy.name, when })}</p>
      <h2 ref={title} tabIndex={-1}>
        {tieDots(practiceTitleOf(session, records))}
      </h2>
      {practice !== undefined && (
        <a class="soft" href={PLACES.practice(practice.record.id)}>
          {words.t('review.openRecord')}
        </a>
      )}
    </div>
  );
}

function TextCard({ record }: { readonly record: RecordEnvelope }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { changed } = reviewRows(words, record, (id) => nameOfPerson(vault, words, id), 'closed');
  return (
    <>
      <Conversation record={record} />
      <Card title={isNewRecord(record) ? t('review.newRecord') : t('review.changes')}>
        {changed.length === 0 ? (
          <p class="soft">{t('review.noChanges')}</p>
        ) : (
          <Diff
            caption={t('review.changes')}
            rows={changed}
            words={{ before: t('review.before'), after: t('review.after') }}
          />
        )}
      </Card>
    </>
  );
}

/** Files wait without their practice: how that stands, because both have to be validated before another city sees anything. */
function TextStanding({ practice }: { readonly practice: CaseRecord | undefined }) {
  const { t } = useSession().words;
  const state = practice?.record.review.state;
  const isValidated = state === 'validated' || state === 'locked';
  return <p class="soft">{t(isValidated ? 'review.practice.validated' : 'review.practice.notYet')}</p>;
}

function FileToDecide({ record }: { readonly record: RecordEnvelope }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(record.id);
  if (held === undefined) return null;
  const name = recordTitle(vault, words, held);
  return (
    <FileCard held={held} title={name} isWanted>
      <Stack inline>
        <span class="soft">{recordSubtitle(words, held)}</span>
        <LinkButton variant="quiet" href={PLACES.reviewOnly(record.id)} name={words.t('review.practice.one', { name })}>
          {words.t('review.practice.alone')}
        </LinkButton>
      </Stack>
      <Conversation record={record} />
    </FileCard>
  );
}
