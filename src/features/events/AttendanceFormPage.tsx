import type { CaseRecord } from '../../device/open-vault.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { attendanceFieldsOf } from '../event-records.ts';
import { FormTrouble, useProblemFocus } from '../form-trouble.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { ResumedNote } from '../resumed-note.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useFormSubmit } from '../use-form-submit.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { AttendanceFields } from './AttendanceFields.tsx';

/** Corrects one presence; new ones are written at the door (`PresencesPage`). */
export function AttendanceFormPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'attendance') return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  return <AttendanceForm key={id} existing={held} />;
}

function AttendanceForm({ existing }: { readonly existing: CaseRecord }) {
  const { vault, words } = useSession();
  const { id } = existing.record;
  const form = useRecordForm({ draftKey: `attendance:edit:${id}`, kind: 'attendance', existing });
  const element = useProblemFocus(form);
  const { event } = attendanceFieldsOf(existing);
  const { submit } = useFormSubmit({
    form,
    isReturned: false,
    answerKey: DRAFT_KEYS.answerOn(id),
    backTo: event === undefined ? PLACES.attendance(id) : PLACES.event(event),
  });
  return (
    <Screen
      task
      title={words.t('events.correctPresence')}
      subtitle={recordTitle(vault, words, existing)}
      backTo={PLACES.attendance(id)}
    >
      <form ref={element} onSubmit={submit} autoComplete="off" noValidate>
        <FormTrouble form={form} />
        <ResumedNote form={form} />
        <AttendanceFields form={form} />
        <ActionBar>
          <Button type="submit" big icon={checkIcon}>
            {words.t('verb.save')}
          </Button>
        </ActionBar>
      </form>
    </Screen>
  );
}
