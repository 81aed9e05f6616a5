import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { daysBetween } from '../../domain/calendar.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { queueOf } from '../../domain/review-queue.ts';
import { instantToOfficeDate } from '../../i18n/office-date.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { doneIcon, searchIcon } from '../../ui/icons.ts';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { type FeatureSession, useSession } from '../session.ts';
import type { DetailHands } from './detail-hands.ts';
import { GroupDetail } from './GroupDetail.tsx';
import { PracticeDetail } from './PracticeDetail.tsx';
import {
  filterQueue,
  filtersFor,
  findNextRow,
  foldQueue,
  isOfPractice,
  neighbourOf,
  type ReviewFilter,
  returnedOf,
} from './queue-model.ts';
import { ReviewDetail } from './ReviewDetail.tsx';
import { KeysSwitch, ManyBar, ReviewQueue } from './ReviewQueue.tsx';
import { type ReviewKey, useReviewKeys } from './review-keys.ts';
import { type Decision, useDecisions } from './use-decisions.ts';

/** Where a coordinator's wish to work without single keys is kept: sealed with the drafts, for this person on this device. */
const KEYS_OFF = 'setting:review-keys-off';

/** The filter stays on the way back from a record, as long as the app runs. */
let lastFilter: ReviewFilter = 'all';

type ReviewPageProps = {
  readonly id?: string | undefined;
  /** One service of a group by itself. */
  readonly isAlone?: boolean;
};

/** The coordinator's queue (picture 5): what waits at the start, the change beside it; on a phone one after the other. */
export function ReviewPage({ id, isAlone = false }: ReviewPageProps) {
  const session = useSession();
  const { vault, words, go } = session;
  const { t } = words;
  const [filter, setFilter] = useState<ReviewFilter>(lastFilter);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [returningId, setReturningId] = useState<string | undefined>(undefined);
  const [areKeysOn, setAreKeysOn] = useState(vault.drafts.find(KEYS_OFF) !== true);
  const isArrival = useRef(false);
  const once = useOnce();
  const decide = useDecisions();

  const all = queueOf(vault.caseload.all().map(({ record }) => record));
  const queue = filterQueue(all, filter);
  const rows = foldQueue(queue);
  const ids = rows.map((row) => row.id);
  const openId = id ?? ids[0];
  const held = openId === undefined ? undefined : vault.caseload.find(openId);
  const waiting = all.find((record) => record.id === openId);
  const row =
    rows.find(({ records }) => records.some((record) => record.id === openId)) ??
    (waiting && { id: waiting.id, records: [waiting] });
  const isGroup = row !== undefined && row.records.length > 1 && !isAlone;
  /** What a decision is about. */
  const decidable = isGroup ? row.records : waiting === undefined ? [] : [waiting];
  const chosen = queue.filter((record) => ticked.has(record.id));

  useLayoutEffect(() => {
    document.querySelector('.split-list [aria-current="true"]')?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);

  const open = (next: string | undefined) => {
    isArrival.current = true;
    setReturningId(undefined);
    // One entry in the history for the whole walk through the queue: back leads out of it.
    go(next === undefined ? PLACES.review : PLACES.reviewOf(next), { replace: id !== undefined });
  };
  const walk = (step: 1 | -1) => {
    const next = neighbourOf(ids, row?.id, step);
    if (next !== undefined) open(next);
  };
  const tick = (records: readonly RecordEnvelope[], isOn: boolean) => {
    const next = new Set(ticked);
    for (const record of records) {
      if (isOn) next.add(record.id);
      else next.delete(record.id);
    }
    setTicked(next);
  };
  const settle = (...what: Parameters<typeof settleNow>) => once(() => settleNow(...what));
  const settleNow = async (records: readonly RecordEnvelope[], decision: Decision) => {
    const decided = await decide(records, decision);
    setTicked((current) => new Set([...current].filter((recordId) => !decided.has(recordId))));
    if (row === undefined || !row.records.some((record) => decided.has(record.id))) return;
    // Ticked in the list, with none opened: on a phone the list stays, beside a list the next is shown by itself.
    if (id === undefined && records === chosen) return;
    open(findNextRow(rows, row, decided));
  };
  const validateOpen = (byKey = false) => {
    // The same key right behind would decide on the next, which nobody has seen.
    if (decidable.length > 0) once(() => settleNow(decidable, { verb: 'validate' }), byKey);
  };
  const returnOpen = (comment: string) => {
    if (decidable.length > 0) settle(returnedOf(decidable), { verb: 'return', comment });
  };
  /** Of a group, whichever of its records is open: what goes back goes back with the same words. */
  const returnable = isGroup ? row.id : waiting?.id;
  const startReturn = () => setReturningId(returnable);
  const onKey = (key: ReviewKey) => {
    switch (key) {
      case 'validate':
        return validateOpen(true);
      case 'return':
        return startReturn();
      case 'next':
        return walk(1);
      case 'previous':
        return walk(-1);
      default:
        return tick(decidable, !decidable.every((record) => ticked.has(record.id)));
    }
  };
  useReviewKeys(areKeysOn, onKey);
  const hands: DetailHands = {
    isArrival: isArrival.current,
    isLast: neighbourOf(ids, row?.id, 1) === undefined,
    onValidate: () => validateOpen(),
    onStartReturn: startReturn,
    onReturn: returnOpen,
    onCancelReturn: () => setReturningId(undefined),
    onLater: () => walk(1),
  };

  if (all.length === 0 && id === undefined) {
    return (
      <Screen title={t('nav.review')}>
        <Card flat>
          <EmptyState icon={doneIcon} title={t('review.empty.title')} text={t('review.empty.text')} />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen title={t('nav.review')} subtitle={queueSummary(session, all)} flush>
      <SplitPane
        listLabel={t('review.queue')}
        detailLabel={t('review.detail')}
        shown={id === undefined ? 'list' : 'detail'}
        backLabel={t('review.backToQueue')}
        onBack={() => open(undefined)}
        filters={
          <FilterChips
            label={t('review.filter')}
            filters={filtersFor(all, filter).map((value) => ({
              value,
              label: t(`review.filter.${value}`),
              count: words.formatNumber(filterQueue(all, value).length),
            }))}
            value={filter}
            onInput={(next) => {
              lastFilter = next;
              setFilter(next);
            }}
          />
        }
        list={
          <>
            {queue.length === 0 ? (
              <EmptyState icon={doneIcon} title={t('review.empty.title')} />
            ) : (
              <ReviewQueue rows={rows} openId={row?.id} checked={ticked} onOpen={open} onCheck={tick} />
            )}
            <div class="split-foot">
              <KeysSwitch
                isOn={areKeysOn}
                onInput={(isOn) => {
                  setAreKeysOn(isOn);
                  vault.drafts.save(KEYS_OFF, !isOn);
                }}
              />
            </div>
          </>
        }
        many={
          chosen.length > 0 && (
            <ManyBar
              count={chosen.length}
              shown={queue.length}
              onChooseAll={() => tick(queue, true)}
              onValidate={() => settle(chosen, { verb: 'validate' })}
              onClear={() => setTicked(new Set())}
            />
          )
        }
        detail={
          held === undefined ? (
            <EmptyState icon={searchIcon} title={t('review.unknown')} />
          ) : isGroup && row.records.every(isOfPractice) ? (
            <PracticeDetail key={row.id} row={row} isReturning={returningId === row.id} {...hands} />
          ) : isGroup ? (
            <GroupDetail key={row.id} row={row} isReturning={returningId === row.id} {...hands} />
          ) : (
            <ReviewDetail
              key={held.record.id}
              held={held}
              isReturning={returningId === held.record.id}
              groupSize={row?.records.length ?? 1}
              {...hands}
            />
          )
        }
      />
    </Screen>
  );
}

/** "18 · la più vecchia di 6 giorni" */
function queueSummary(
  { words, today }: FeatureSession,
  [oldest, ...rest]: readonly RecordEnvelope[],
): string | undefined {
  if (oldest === undefined) return undefined;
  const since = instantToOfficeDate(oldest.receivedAt ?? oldest.updatedAt);
  const days = Math.max(0, daysBetween(since, today()));
  return words.t('review.summary', { count: rest.length + 1, n: days });
}
