import type { CaseRecord } from '../../device/open-vault.ts';
import { WAITING_REASONS_AT } from '../../domain/lists/waiting-reasons.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { clockIcon, editIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { placementFieldsOf, stageOf } from '../housing-path.ts';
import { followUpsDue } from '../path-timeline.ts';
import { PLACES, withAfter } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Why nothing moves, and what is due next, by when and by whom. */
export function NowCard({ placement }: { readonly placement: CaseRecord }) {
  const { words, today } = useSession();
  const { t } = words;
  const mayEdit = useMayEdit(placement);
  const fields = placementFieldsOf(placement);
  const { nextStep, nextStepDate, nextStepBy } = fields;
  const waiting = WAITING_REASONS_AT[stageOf(fields)].find((reason) => reason === fields.waitingReason);
  const hasNext = nextStep !== undefined || nextStepDate !== undefined;
  const when = nextStepDate && words.formatRelativeDay(nextStepDate, today());
  const isLate = nextStepDate !== undefined && nextStepDate < today();
  const who = nextStepBy && t('path.nextBy', { name: nextStepBy });
  return (
    <Card flat title={t('path.now')}>
      <RowList
        label={t('path.now')}
        footer={
          mayEdit ? (
            <LinkButton href={PLACES.placementNow(placement.record.id)} variant="quiet" icon={editIcon}>
              {t(waiting === undefined && !hasNext ? 'path.say' : 'path.change')}
            </LinkButton>
          ) : undefined
        }
      >
        {waiting !== undefined && (
          <CardRow icon={clockIcon} title={words.list('waitingReason', waiting)} subtitle={t('path.waiting')} />
        )}
        {hasNext && (
          <CardRow
            time={when}
            dateTime={nextStepDate}
            title={nextStep ?? t('path.next')}
            subtitle={[nextStep === undefined ? undefined : t('path.next'), who]
              .filter((part) => part !== undefined)
              .join(' · ')}
            mark={isLate ? <StateMark tone="stop" icon={clockIcon} label={t('path.late')} /> : undefined}
          />
        )}
        <FollowUpRows placement={placement} />
      </RowList>
    </Card>
  );
}

/** After an exit: the two follow-ups, done or still to do. */
function FollowUpRows({ placement }: { readonly placement: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { id } = placement.record;
  const mayWrite = mayCreate(vault.actor, 'exit-follow-up');
  return (
    <>
      {followUpsDue(vault, placement).map(({ after, due, done }) => {
        const write = mayWrite ? withAfter(PLACES.newFollowUp(id), after) : undefined;
        return (
          <CardRow
            key={after}
            time={words.formatRelativeDay(due, today())}
            dateTime={due}
            title={words.list('followUp', after)}
            subtitle={done === undefined ? words.t('path.toDo') : recordSubtitle(words, done)}
            href={done === undefined ? write : PLACES.followUp(done.record.id)}
          />
        );
      })}
    </>
  );
}
