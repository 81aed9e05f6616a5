import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RecordEnvelope } from '../../domain/record.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Diff } from '../../ui/Diff.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { tieDots } from '../../ui/tie-dots.ts';
import { fieldLabel } from '../field-words.ts';
import { rowMoment } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { Conversation } from './Conversation.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import type { DetailHands } from './detail-hands.ts';
import type { QueueRow } from './queue-model.ts';
import { ReturnForm } from './ReturnForm.tsx';
import { groupTitleOf } from './ReviewQueue.tsx';
import { type ReviewRow, reviewRows, sharedRows } from './review-rows.ts';

type GroupDetailProps = DetailHands & {
  readonly row: QueueRow;
  readonly isReturning: boolean;
};

/** Services that were saved together: what they share, each one behind a row with what is only its own, one decision for all. */
export function GroupDetail(props: GroupDetailProps) {
  const { row, isArrival } = props;
  const { id, records } = row;
  const session = useSession();
  const { vault, words } = session;
  const { t } = words;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isArrival) title.current?.focus({ preventScroll: true });
  }, []);
  const changedOf = (record: RecordEnvelope): readonly ReviewRow[] =>
    reviewRows(words, record, (id) => nameOfPerson(vault, words, id), 'closed').changed.filter(
      // That they are a group, the heading says.
      ({ label }) => label !== fieldLabel(words, record.kind, 'group'),
    );
  const shared = sharedRows(records.map(changedOf));
  const isShared = (row: ReviewRow): boolean => shared.some(({ label }) => label === row.label);
  return (
    <>
      <GroupHeading records={records} titleRef={title} />
      <SaidOfAll records={records} />
      {records.some(({ conflicts }) => conflicts.length > 0) && <Note tone="stop">{t('review.disputed')}</Note>}
      <Card title={t('review.group.shared')}>
        <Diff
          caption={t('review.group.shared')}
          rows={shared}
          words={{ before: t('review.before'), after: t('review.after') }}
        />
      </Card>
      <Card flat title={t('review.group.each')}>
        <RowList>
          {records.map((record) => {
            const name = recordTitle(vault, words, { record });
            return (
              <CardRow
                key={record.id}
                title={name}
                subtitle={changedOf(record)
                  .filter((row) => !isShared(row) && row.after !== name)
                  .map(({ label, after }) => `${label}: ${after}`)
                  .join(' · ')}
                mark={
                  <LinkButton
                    variant="quiet"
                    href={PLACES.reviewOnly(record.id)}
                    name={t('review.group.one', { name })}
                  >
                    {t('review.group.alone')}
                  </LinkButton>
                }
              />
            );
          })}
        </RowList>
      </Card>
      <p class="soft">{t('review.group.how')}</p>
      {props.isReturning ? (
        <ReturnForm
          recordId={id}
          title={t('review.group.return', { n: records.length })}
          onReturn={props.onReturn}
          onCancel={props.onCancelReturn}
        />
      ) : (
        <DecisionBar
          {...props}
          validateLabel={t('review.group.validate', { n: records.length })}
          returnLabel={t('review.group.returnAll', { n: records.length })}
        />
      )}
    </>
  );
}

/** What was said of all of them, once; what was said of one stands with that one. */
function SaidOfAll({ records }: { readonly records: readonly RecordEnvelope[] }) {
  const [first] = records;
  const saidOf = ({ comments }: RecordEnvelope): string => comments.map(({ text }) => text).join('\n');
  const isAlike = first !== undefined && records.every((record) => saidOf(record) === saidOf(first));
  return isAlike ? <Conversation record={first} /> : null;
}

type GroupHeadingProps = {
  readonly records: readonly RecordEnvelope[];
  readonly titleRef: { current: HTMLHeadingElement | null };
};

function GroupHeading({ records, titleRef }: GroupHeadingProps) {
  const session = useSession();
  const { words, today } = session;
  const [first] = records;
  if (first === undefined) return null;
  const when = rowMoment(words, first.receivedAt ?? first.updatedAt, today());
  const group = first.fields.group;
  return (
    <div>
      <p class="eyebrow">{words.t('review.byAt', { name: first.updatedBy.name, when })}</p>
      <h2 ref={titleRef} tabIndex={-1}>
        {tieDots(groupTitleOf(session, records))}
      </h2>
      {typeof group === 'string' && (
        <a class="soft" href={PLACES.group(group)}>
          {words.t('review.openRecord')}
        </a>
      )}
    </div>
  );
}
