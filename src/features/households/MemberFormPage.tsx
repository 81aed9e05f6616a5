import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { memberFieldsOf } from '../household-records.ts';
import { NotHere } from '../not-here.tsx';
import { PersonField } from '../person-field.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { RoleField } from './RoleField.tsx';

type MemberFormPageProps = {
  readonly id: string;
  /** The person leaves: today is proposed. */
  readonly isLeaving: boolean;
};

/** Corrects who somebody is in a household and since when, or lets them leave on a day. */
export function MemberFormPage({ id, isLeaving }: MemberFormPageProps) {
  const { vault, words } = useSession();
  const existing = vault.caseload.find(id);
  if (existing?.record.kind !== 'household-member') {
    return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  }
  return <MemberForm existing={existing} isLeaving={isLeaving} />;
}

function MemberForm({ existing, isLeaving }: { readonly existing: CaseRecord; readonly isLeaving: boolean }) {
  const { words, today } = useSession();
  const { t } = words;
  const { id } = existing.record;
  const { household = '', toDate } = memberFieldsOf(existing);
  const form = useRecordForm({
    draftKey: `member:${isLeaving ? 'leave' : 'edit'}:${id}`,
    kind: 'household-member',
    existing,
    initial: isLeaving && toDate === undefined ? { toDate: today() } : undefined,
  });
  const isMoreWrong = ['beneficiary', 'fromDate', 'role'].some((field) => form.problemOf(field) !== undefined);
  const dayOfLeaving = <RecordDateField form={form} kind="household-member" field="toDate" hinted />;
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(isLeaving ? 'households.leaveTitle' : 'households.correctMember')}
      backTo={PLACES.household(household)}
    >
      <Card>
        <Stack>
          {isLeaving && !isMoreWrong ? (
            dayOfLeaving
          ) : (
            <>
              <PersonField form={form} kind="household-member" label={t('households.who')} />
              <RoleField form={form} />
              <RecordDateField form={form} kind="household-member" field="fromDate" hinted />
              {dayOfLeaving}
            </>
          )}
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
