import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { peopleIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { stringOf } from '../field-values.ts';
import { moveMembers } from '../household-moves.ts';
import { householdsOn, memberFieldsOf, presentMembers } from '../household-records.ts';
import { PersonSearch } from '../person-field.tsx';
import { PLACES } from '../places.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { findHousehold } from './find-household.ts';
import { HouseholdOrNot } from './HouseholdOrNot.tsx';
import { MoveDay } from './MoveDay.tsx';
import { MoveFrame } from './MoveFrame.tsx';

/** Everybody of a household goes over to another, which is found by somebody who is in it. */
export function JoinPage({ id }: { readonly id: string }) {
  return <HouseholdOrNot id={id}>{(household) => <JoinForm household={household} />}</HouseholdOrNot>;
}

function JoinForm({ household }: { readonly household: CaseRecord }) {
  const { vault, words, today, newId } = useSession();
  const { t } = words;
  const { id } = household.record;
  const form = useRecordForm({ draftKey: `household:join:${id}`, kind: 'household', initial: { toDate: today() } });
  const members = presentMembers(vault, id, today());
  const asked = stringOf(form.values.person);
  const foundId = asked === undefined ? undefined : memberHousehold(asked);
  const other = foundId === undefined || foundId === id ? undefined : findHousehold(vault, foundId);
  return (
    <MoveFrame
      form={form}
      title={t('households.join')}
      subtitle={recordTitle(vault, words, household)}
      backTo={PLACES.household(id)}
      saveLabel={t('households.joinSave', { n: members.length })}
      isReady={other !== undefined && members.length > 0}
      toChanges={(_, values) => toJoin(other?.record.id ?? '', stringOf(values.toDate) ?? '')}
      next={() => PLACES.household(other?.record.id ?? id)}
    >
      <Stack>
        <p>{t('households.joinText')}</p>
        {other === undefined ? (
          <>
            {asked !== undefined && (
              <Note tone="wait" role="status">
                {t(foundId === id ? 'households.joinSame' : 'households.joinNone', {
                  name: nameOfPerson(vault, words, asked),
                })}
              </Note>
            )}
            <Card>
              <PersonSearch label={t('households.joinWho')} onPick={(person) => form.set('person', person)} />
            </Card>
          </>
        ) : (
          <Card flat>
            <RowList label={t('households.joinWith')}>
              <CardRow
                icon={peopleIcon}
                title={recordTitle(vault, words, other)}
                subtitle={t('households.size', { n: presentMembers(vault, other.record.id, today()).length })}
                mark={
                  <TextButton name={t('person.changeName')} onClick={() => form.set('person', undefined)}>
                    {t('person.change')}
                  </TextButton>
                }
              />
            </RowList>
          </Card>
        )}
        <MoveDay form={form} />
      </Stack>
    </MoveFrame>
  );

  function toJoin(joined: string, day: CalendarDate): NewChange[] {
    return moveMembers(members, joined, day, newId, presentMembers(vault, joined, day));
  }

  function memberHousehold(person: string): string | undefined {
    const [first] = householdsOn(vault, person, today());
    return first && memberFieldsOf(first.held).household;
  }
}
