import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { isFileKind } from '../../domain/file-kinds.ts';
import { findDuplicates } from '../../domain/find-duplicates.ts';
import { isSameValue } from '../../domain/json-value.ts';
import { SHARED_KINDS } from '../../domain/shared-record.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Diff } from '../../ui/Diff.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { eyeIcon, mergeIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { areDifferent } from '../different-people.ts';
import { figuresOf } from '../event-records.ts';
import { FileCard } from '../file-card.tsx';
import { rowMoment } from '../moment-words.ts';
import { NameWarning } from '../name-warning.tsx';
import { peopleIndexOf } from '../people-index.ts';
import { PLACES, placeOfRecord } from '../places.ts';
import { sharedTextsOf } from '../practice-records.ts';
import { minutesToHours, nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { Conversation } from './Conversation.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import type { DetailHands } from './detail-hands.ts';
import { isNewRecord, isOfPractice } from './queue-model.ts';
import { ReturnForm } from './ReturnForm.tsx';
import { reviewRows } from './review-rows.ts';

type ReviewDetailProps = DetailHands & {
  readonly held: CaseRecord;
  readonly isReturning: boolean;
  /** How many wait with it, itself among them, because they are decided together. */
  readonly groupSize: number;
};

/** One record that waits: what was said about it, what changed, and the decision. Rendered anew for each record. */
export function ReviewDetail(props: ReviewDetailProps) {
  const { held, isArrival, isReturning, groupSize } = props;
  const { record } = held;
  const { vault, words } = useSession();
  const { t } = words;
  const [atFirst] = useState(record.fields);
  const [isDisclosed, setIsDisclosed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isArrival) title.current?.focus({ preventScroll: true });
  }, []);

  const rows = reviewRows(words, record, (id) => nameOfPerson(vault, words, id), isDisclosed ? 'open' : 'closed');
  const disclose = async () => {
    const { id, kind } = record;
    const noted = await vault.saveChange({ type: 'disclose', recordId: id, kind, fields: [...rows.restricted] });
    if (noted.ok) setIsDisclosed(true);
  };
  const diffWords = { before: t('review.before'), after: t('review.after') };
  const isWaiting = record.review.state === 'submitted' && !record.removed && record.mergedInto === undefined;

  return (
    <>
      {groupSize > 1 && (
        <a href={PLACES.reviewOf(record.id)}>
          {t(isOfPractice(record) ? 'review.practice.whole' : 'review.group.whole', { n: groupSize })}
        </a>
      )}
      <DetailTitle held={held} titleRef={title} />
      {!isSameValue(record.fields, atFirst) && (
        <Note tone="wait" role="status">
          {t('review.changedMeanwhile')}
        </Note>
      )}
      <Conversation record={record} />
      {isWaiting && <PossibleDuplicate held={held} />}
      {isWaiting && SHARED_KINDS.includes(record.kind) && <NameWarning texts={sharedTextsOf(record)} />}
      {record.conflicts.length > 0 && (
        <Note tone="stop" action={<a href={PLACES.attentionTo(record.id)}>{t('verb.mend')}</a>}>
          {t('review.disputed')}
        </Note>
      )}
      <Card title={isNewRecord(record) ? t('review.newRecord') : t('review.changes')}>
        {rows.changed.length === 0 ? (
          <p class="soft">{t('review.noChanges')}</p>
        ) : (
          <Diff caption={t('review.changes')} rows={rows.changed} words={diffWords} />
        )}
        {rows.restricted.length > 0 && !isDisclosed && (
          <Stack inline>
            <Button variant="quiet" icon={eyeIcon} onClick={() => disclose()}>
              {t('review.disclose', { n: rows.restricted.length })}
            </Button>
            <span class="soft">{t('review.discloseHint')}</span>
          </Stack>
        )}
        {rows.unchanged.length > 0 && (
          <Disclosure label={t('review.unchanged', { n: rows.unchanged.length })}>
            <Diff caption={t('review.unchangedCaption')} rows={rows.unchanged} words={diffWords} />
          </Disclosure>
        )}
      </Card>
      {isFileKind(record.kind) && (
        <FileCard key={record.id} held={held} isWanted={SHARED_KINDS.includes(record.kind)} />
      )}
      {!isWaiting && <Decided held={held} />}
      {isWaiting && isReturning && (
        <ReturnForm recordId={record.id} onReturn={props.onReturn} onCancel={props.onCancelReturn} />
      )}
      {isWaiting && !isReturning && (
        <DecisionBar {...props} validateLabel={t('verb.validate')} returnLabel={t('verb.return')} />
      )}
    </>
  );
}

function DetailTitle({ held, titleRef }: { held: CaseRecord; titleRef: { current: HTMLHeadingElement | null } }) {
  const { vault, words, today } = useSession();
  const { record } = held;
  const kind = words.findMessage(`kind.${record.kind}`) ?? record.kind;
  const when = rowMoment(words, record.receivedAt ?? record.updatedAt, today());
  const address = record.kind === 'placement' ? (record.fields.address ?? record.fields.dwelling) : undefined;
  return (
    <div>
      <p class="eyebrow">
        {kind} · {words.t('review.byAt', { name: record.updatedBy.name, when })}
      </p>
      <h2 ref={titleRef} tabIndex={-1}>
        <bdi>{recordTitle(vault, words, held)}</bdi>
        {typeof address === 'string' && <> · {address}</>}
      </h2>
      {record.kind === 'event' && <WhoCame held={held} />}
      <a class="soft" href={placeOfRecord(record.kind, record.id)}>
        {words.t('review.openRecord')}
      </a>
    </div>
  );
}

/** The list of presences is decided on with its event. */
function WhoCame({ held }: { held: CaseRecord }) {
  const { vault, words } = useSession();
  const { uniqueParticipants, attendances, minutes } = figuresOf(vault, held);
  return (
    <p>
      {words.t('events.nPeople', { n: uniqueParticipants })} · {words.t('events.nPresences', { n: attendances })} ·{' '}
      {minutesToHours(words, minutes)}
    </p>
  );
}

/** A new person who may be registered already: looked up only for the one who is open. */
function PossibleDuplicate({ held: { record } }: { held: CaseRecord }) {
  const { vault, words, today } = useSession();
  if (record.kind !== 'beneficiary' || !isNewRecord(record)) return null;
  const found = findDuplicates(peopleIndexOf(vault), record.fields, today()).filter(
    ({ id }) => id !== record.id && !areDifferent(vault, id, record.id),
  );
  if (found.length === 0) return null;
  return (
    <Note tone="wait" icon={mergeIcon} title={words.t('review.duplicate.title')}>
      {found.map(({ id }, index) => (
        <>
          {index > 0 && ' · '}
          <a key={id} href={PLACES.person(id)}>
            {nameOfPerson(vault, words, id)}
          </a>
        </>
      ))}
      <p>{words.t('review.duplicate.way')}</p>
    </Note>
  );
}

function Decided({ held: { record } }: { held: CaseRecord }) {
  const { words, today } = useSession();
  const { by, at, state } = record.review;
  if (record.removed || record.mergedInto !== undefined) return <Note tone="off">{words.t('review.gone')}</Note>;
  const name = by?.name ?? '';
  const when = at === undefined ? '' : rowMoment(words, at, today());
  return (
    <Note tone={state === 'returned' ? 'wait' : 'ok'} role="status">
      {words.t(state === 'returned' ? 'review.decided.returned' : 'review.decided.validated', { name, when })}
    </Note>
  );
}
