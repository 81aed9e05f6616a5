import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { findDuplicates } from '../../domain/find-duplicates.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { QueueRow } from '../../ui/QueueRow.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { areDifferent } from '../different-people.ts';
import { stringOf } from '../field-values.ts';
import { rowMoment } from '../moment-words.ts';
import { peopleIndexOf } from '../people-index.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { groupTitle } from '../service-groups.ts';
import { type FeatureSession, useSession } from '../session.ts';
import { findAnsweredReviewer, isNewRecord, isOfPractice, type QueueRow as QueueRowOf } from './queue-model.ts';

/** Likely height of a row with two lines, in px. */
const ROW_PX = 74;

type ReviewQueueProps = {
  readonly rows: readonly QueueRowOf[];
  readonly openId: string | undefined;
  readonly checked: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onCheck: (records: readonly RecordEnvelope[], isOn: boolean) => void;
};

/** What waits, the longest waiting first: what, who, since when. */
export function ReviewQueue({ rows, openId, checked, onOpen, onCheck }: ReviewQueueProps) {
  const session = useSession();
  const { words, today } = session;
  return (
    <VirtualList
      label={words.t('nav.review')}
      items={rows}
      keyOf={({ id }) => id}
      estimatePx={ROW_PX}
      restoreKey="review"
      row={({ id, records }) => {
        const [first] = records;
        if (first === undefined) return null;
        const isGroup = records.length > 1;
        const title = isGroup ? rowTitleOf(session, records) : queueTitle(session, first);
        return (
          <QueueRow
            title={title}
            subtitle={[first.updatedBy.name, isGroup ? groupNews(session, records) : queueNews(session, first)]
              .filter((part) => part !== '')
              .join(' · ')}
            time={rowMoment(words, first.receivedAt ?? first.updatedAt, today())}
            current={id === openId}
            onOpen={() => onOpen(id)}
            checked={records.every((record) => checked.has(record.id))}
            onCheck={(isOn) => onCheck(records, isOn)}
            checkLabel={words.t('review.choose', { title })}
          />
        );
      }}
    />
  );
}

const rowTitleOf = (session: FeatureSession, records: readonly RecordEnvelope[]): string =>
  records.every(isOfPractice) ? practiceTitleOf(session, records) : groupTitleOf(session, records);

/** "Buona pratica · Sportello al mercato" */
export function practiceTitleOf({ vault, words }: FeatureSession, records: readonly RecordEnvelope[]): string {
  const held = findPracticeOf(vault, records);
  const isTextThere = records.some(({ kind }) => kind === 'practice');
  const title = held && recordTitle(vault, words, held);
  return [words.t(isTextThere ? 'kind.practice' : 'review.practice.filesOnly'), title]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** The practice that all of a row are about, whether it waits itself or not. */
export const findPracticeOf = ({ caseload }: OpenVault, [first]: readonly RecordEnvelope[]): CaseRecord | undefined =>
  first && caseload.find(first.kind === 'practice' ? first.id : (stringOf(first.fields.record) ?? ''));

/** "Servizio · Gruppo di 8": as many as still wait of those who were saved together. */
export const groupTitleOf = ({ vault, words }: FeatureSession, records: readonly RecordEnvelope[]): string =>
  [
    words.t('review.kind.service'),
    groupTitle(
      words,
      records.flatMap(({ id }) => vault.caseload.find(id) ?? []),
    ),
  ].join(' · ');

function queueTitle({ vault, words }: FeatureSession, record: RecordEnvelope): string {
  const title = recordTitle(vault, words, { record });
  if (record.kind === 'service' && record.fields.beneficiary === undefined) return title;
  const kind = words.findMessage(`review.kind.${record.kind}`) ?? words.findMessage(`kind.${record.kind}`);
  return kind === undefined ? title : `${kind} · ${title}`;
}

function groupNews(session: FeatureSession, records: readonly RecordEnvelope[]): string {
  const [first] = records;
  if (first === undefined || !records.every(isOfPractice))
    return first ? recordSubtitle(session.words, { record: first }) : '';
  const files = records.filter(({ kind }) => kind === 'practice-file').length;
  return session.words.t('review.practice.files', { n: files });
}

/** What matters most about it in the list: an answer to a comment, a possible duplicate, else what it is. */
function queueNews({ vault, words, today }: FeatureSession, record: RecordEnvelope): string {
  const reviewer = findAnsweredReviewer(record);
  if (reviewer?.id === vault.actor.id) return words.t('review.answered.mine');
  if (reviewer !== undefined) return words.t('review.answered.other', { name: reviewer.name });
  const isNewPerson = record.kind === 'beneficiary' && isNewRecord(record);
  if (
    isNewPerson &&
    findDuplicates(peopleIndexOf(vault), record.fields, today()).some(
      ({ id }) => id !== record.id && !areDifferent(vault, id, record.id),
    )
  ) {
    return words.t('review.duplicate.row');
  }
  return recordSubtitle(words, { record });
}

type ManyBarProps = {
  readonly count: number;
  /** How many the filter shows. */
  readonly shown: number;
  readonly onChooseAll: () => void;
  readonly onValidate: () => void;
  readonly onClear: () => void;
};

/** The decision for all that are ticked. Returning has a comment each, so it is not here. */
export function ManyBar({ count, shown, onChooseAll, onValidate, onClear }: ManyBarProps) {
  const { t } = useSession().words;
  return (
    <>
      <Button variant="ok" wide icon={checkIcon} onClick={onValidate}>
        {t('review.validateMany', { n: count })}
      </Button>
      <div class="split-choose">
        {count < shown && <TextButton onClick={onChooseAll}>{t('review.chooseAll', { n: shown })}</TextButton>}
        <TextButton onClick={onClear}>{t('review.clearChosen')}</TextButton>
      </div>
    </>
  );
}

/** Single keys can be hit by accident or by speech input; who does not want them switches them off (WCAG 2.1.4). */
export function KeysSwitch({ isOn, onInput }: { isOn: boolean; onInput: (isOn: boolean) => void }) {
  const { t } = useSession().words;
  return <Checkbox label={t('review.keys.label')} hint={t('review.keys.hint')} value={isOn} onInput={onInput} />;
}
