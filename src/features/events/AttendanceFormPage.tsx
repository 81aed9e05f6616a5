import type { CaseRecord } from '../../device/open-vault.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { AttendanceFields } from './AttendanceFields.tsx';

/** Corrects one presence; new ones are written at the door (`PresencesPage`). */
export function AttendanceFormPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'attendance') return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  return <AttendanceForm key={id} existing={held} />;
}

function AttendanceForm({ existing }: { readonly existing: CaseRecord }) {
  const { words } = useSession();
  const { id } = existing.record;
  const form = useRecordForm({ draftKey: `attendance:edit:${id}`, kind: 'attendance', existing });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={words.t('events.correctPresence')}
      backTo={PLACES.attendance(id)}
    >
      <AttendanceFields form={form} />
    </RecordFormFrame>
  );
}
