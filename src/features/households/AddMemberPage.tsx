import type { CaseRecord } from '../../device/open-vault.ts';
import { HOUSEHOLD_ROLES } from '../../domain/lists/household-roles.ts';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { stringOf } from '../field-values.ts';
import { enterChange, leaveChange } from '../household-moves.ts';
import { householdsOn, memberFieldsOf } from '../household-records.ts';
import { PersonField } from '../person-field.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { useRecordForm } from '../use-record-form.ts';
import { HouseholdOrNot } from './HouseholdOrNot.tsx';
import { MoveFrame } from './MoveFrame.tsx';
import { RoleField } from './RoleField.tsx';

/** Somebody comes into a household; who is in another one moves, in the same save. */
export function AddMemberPage({ id }: { readonly id: string }) {
  return <HouseholdOrNot id={id}>{(household) => <AddMemberForm household={household} />}</HouseholdOrNot>;
}

function AddMemberForm({ household }: { readonly household: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { id } = household.record;
  const form = useRecordForm({
    draftKey: `member:new:${id}:`,
    kind: 'household-member',
    initial: { household: id, fromDate: today() },
  });
  const chosen = survivorIn(vault)(stringOf(form.values.beneficiary) ?? '');
  const elsewhere = householdsOn(vault, chosen, today()).filter(({ held }) => memberFieldsOf(held).household !== id);
  const other = form.problemOf('beneficiary')?.other;
  const otherHousehold = other === undefined ? undefined : vault.caseload.find(other);
  const endProblem = form.problemOf('toDate');
  return (
    <MoveFrame
      form={form}
      title={t('households.add')}
      subtitle={recordTitle(vault, words, household)}
      backTo={PLACES.household(id)}
      saveLabel={t('verb.save')}
      toChanges={(recordId, { fromDate, role, beneficiary }) => {
        const day = stringOf(fromDate) ?? '';
        return [
          ...elsewhere.map(({ held }) => leaveChange(held, day)),
          enterChange(recordId, {
            household: id,
            beneficiary: beneficiary === undefined ? '' : chosen,
            fromDate: day,
            role: HOUSEHOLD_ROLES.find((one) => one === role),
          }),
        ];
      }}
    >
      <Card>
        <Stack>
          <PersonField form={form} kind="household-member" label={t('households.who')}>
            {otherHousehold !== undefined && (
              <a href={PLACES.household(memberFieldsOf(otherHousehold).household ?? '')}>{t('households.openOther')}</a>
            )}
          </PersonField>
          {elsewhere.map(({ held, personId }) => (
            <Note
              key={held.record.id}
              tone="wait"
              title={t('households.isElsewhere', {
                name: nameOfPerson(vault, words, personId),
                household: nameOfPerson(vault, words, memberFieldsOf(held).household),
              })}
            >
              {t('households.movesHere')}
              {endProblem && <p>{words.findMessage(`rule.${endProblem.rule}`)}</p>}
            </Note>
          ))}
          <RoleField form={form} />
          <RecordDateField form={form} kind="household-member" field="fromDate" hinted />
        </Stack>
      </Card>
    </MoveFrame>
  );
}
