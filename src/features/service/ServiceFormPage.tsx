import { useState } from 'preact/hooks';
import { Note } from '../../ui/Note.tsx';
import { findLastStop, ownServices } from '../own-services.ts';
import { PLACES, withPerson } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { FormShell } from './FormShell.tsx';
import { habitsOf } from './habits.ts';
import { NoteFields } from './NoteFields.tsx';
import { OutcomeField } from './OutcomeField.tsx';
import { PersonCard } from './PersonCard.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { StopCard } from './StopCard.tsx';
import { startOfService } from './starting-fields.ts';
import { TypesField } from './TypesField.tsx';
import { useSubmit } from './use-submit.ts';

/** A service for somebody registered. `person` comes from the address; without one, it is asked first. */
export function ServiceFormPage({ person }: { readonly person?: string | undefined }) {
  const { vault, words, go } = useSession();
  const found = person === undefined ? undefined : vault.caseload.find(person)?.record;
  if (found !== undefined && found.kind === 'beneficiary' && !found.removed && found.mergedInto === undefined) {
    return <NewService key={found.id} person={found.id} />;
  }
  return (
    <Screen title={words.t('service.newTitle')} subtitle={words.t('service.forWhom')} backTo={PLACES.today}>
      {person !== undefined && <Note tone="wait">{words.t('service.personGone')}</Note>}
      <PersonPicker offersOthers onPick={(id) => go(withPerson(PLACES.newService, id), { replace: true })} />
    </Screen>
  );
}

function NewService({ person }: { readonly person: string }) {
  const { vault, words, today, now, go } = useSession();
  const [{ habits, stop, time }] = useState(() => {
    const services = ownServices(vault);
    return { habits: habitsOf(services), stop: findLastStop(services), time: words.formatTime(now()) };
  });
  const form = useRecordForm({
    draftKey: DRAFT_KEYS.newService(person),
    kind: 'service',
    initial: startOfService({ today: today(), time, stop }, person),
  });
  const { submit, isSaving } = useSubmit(form, PLACES.person(person));
  return (
    <Screen task title={words.t('service.newTitle')} backTo={PLACES.today}>
      <FormShell form={form} isNew saveLabel={words.t('verb.save')} isSaving={isSaving} onSubmit={() => void submit()}>
        <PersonCard person={person} onChange={() => go(PLACES.newService, { replace: true })} />
        <StopCard form={form} habits={habits} />
        <TypesField form={form} habits={habits} />
        <OutcomeField form={form} />
        <NoteFields form={form} />
      </FormShell>
    </Screen>
  );
}
