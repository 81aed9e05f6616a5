import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { findDuplicates } from '../../domain/find-duplicates.ts';
import { findReviewStep } from '../../domain/review-table.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { areDifferent } from '../different-people.ts';
import { NotHere } from '../not-here.tsx';
import { peopleIndexOf } from '../people-index.ts';
import { PersonSearch } from '../person-field.tsx';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { MergeForm } from './MergeForm.tsx';

type MergePageProps = {
  /** The record that stays. */
  readonly id: string;
  /** The one that goes into it; without it, it is asked first. */
  readonly other?: string | undefined;
};

/** Two records of one person become one, field by field. Only who coordinates may do that, and it can be taken back. */
export function MergePage({ id, other }: MergePageProps) {
  const { vault, words } = useSession();
  const kept = findPerson(id);
  const away = findPerson(other);
  if (kept === undefined) return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  const mayMerge = findReviewStep((away ?? kept).record.review.state, 'merge', vault.actor.role) !== undefined;
  return (
    <Screen
      task={away !== undefined}
      title={words.t('doubles.mergeTitle')}
      subtitle={recordTitle(vault, words, kept)}
      backTo={PLACES.person(id)}
    >
      {!mayMerge ? (
        <Note tone="off">{words.t(away === undefined ? 'doubles.mayNot' : 'doubles.closed')}</Note>
      ) : away === undefined || away.record.id === kept.record.id ? (
        <ChooseOther kept={kept} />
      ) : (
        <MergeForm key={`${id} ${other}`} kept={kept} other={away} />
      )}
    </Screen>
  );

  function findPerson(personId: string | undefined): CaseRecord | undefined {
    const held = personId === undefined ? undefined : vault.caseload.find(personId);
    const isThere = held?.record.kind === 'beneficiary' && !held.record.removed && held.record.mergedInto === undefined;
    return isThere ? held : undefined;
  }
}

function ChooseOther({ kept }: { readonly kept: CaseRecord }) {
  const { vault, words, today, go } = useSession();
  const { id, fields } = kept.record;
  const [likely] = useState(() =>
    findDuplicates(peopleIndexOf(vault), fields, today()).filter(
      (one) => one.id !== id && !areDifferent(vault, id, one.id),
    ),
  );
  const choose = (other: string) => go(PLACES.merge(id, other), { replace: true });
  return (
    <Stack>
      <p>{words.t('doubles.chooseText')}</p>
      {likely.length > 0 && (
        <Card flat title={words.t('doubles.likely')}>
          <RowList>
            {likely.flatMap((one) => {
              const held = vault.caseload.find(one.id);
              return held === undefined ? (
                []
              ) : (
                <CardRow
                  key={one.id}
                  title={recordTitle(vault, words, held)}
                  aside={one.reasons.map((reason) => words.t(`people.reason.${reason}`)).join(', ')}
                  subtitle={recordSubtitle(words, held)}
                  onSelect={() => choose(one.id)}
                />
              );
            })}
          </RowList>
        </Card>
      )}
      <Card>
        <PersonSearch label={words.t('doubles.other')} except={id} onPick={choose} />
      </Card>
    </Stack>
  );
}
