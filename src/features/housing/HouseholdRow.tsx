import { ChosenRow } from '../../ui/ChosenRow.tsx';
import { peopleIcon } from '../../ui/icons.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import { numberOf, stringOf } from '../field-values.ts';
import { presentMembers } from '../household-records.ts';
import { nameOfPerson } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

/** The household that is placed, with how many belong to it; nothing where one person is placed. */
export function HouseholdRow({ form }: { readonly form: RecordForm }) {
  const { vault, words, today } = useSession();
  const household = stringOf(form.values.householdId);
  if (household === undefined) return null;
  const size = numberOf(form.values.householdSize) ?? presentMembers(vault, household, today()).length;
  return (
    <div class="field">
      <ChosenRow
        label={words.t('households.forHousehold')}
        icon={peopleIcon}
        title={nameOfPerson(vault, words, household)}
        subtitle={words.t('households.size', { n: size })}
        change={
          <TextButton onClick={() => form.set('householdId', undefined)}>
            {words.t('households.leaveHouseholdOut')}
          </TextButton>
        }
      />
    </div>
  );
}
