import type { CaseRecord } from '../../device/open-vault.ts';
import { PROJECT_CODES } from '../../domain/project-codes.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { EventFields } from './EventFields.tsx';
import { withoutEmptyShifts } from './shift-rows.ts';

/** Writes a new event, or corrects the one with `id`. */
export function EventFormPage({ id }: { readonly id?: string | undefined }) {
  const { vault, words } = useSession();
  const existing = id === undefined || id === '' ? undefined : vault.caseload.find(id);
  if (id !== undefined && id !== '' && existing?.record.kind !== 'event') {
    return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  }
  return <EventForm key={id} existing={existing} />;
}

function EventForm({ existing }: { readonly existing: CaseRecord | undefined }) {
  const { words, today } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newEvent : `event:edit:${id}`,
    kind: 'event',
    existing,
    initial: id === undefined ? { date: today(), state: 'PLAN', ...PROJECT_CODES } : undefined,
    tidy: withoutEmptyShifts,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'events.new' : 'events.correct')}
      backTo={id === undefined ? PLACES.events : PLACES.event(id)}
      // Presences come next, and they begin on the event's page.
      next={id === undefined ? PLACES.event(form.recordId) : undefined}
    >
      <EventFields form={form} />
    </RecordFormFrame>
  );
}
