import { useState } from 'preact/hooks';
import { FormShell } from '../form-shell.tsx';
import { findLastStop, ownServices } from '../own-services.ts';
import { homeOf } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { ContactFields } from './ContactFields.tsx';
import { habitsOf } from './habits.ts';
import { NoteFields } from './NoteFields.tsx';
import { StopCard } from './StopCard.tsx';
import { startOfContact, startOfRepeat } from './starting-fields.ts';
import { TypesField } from './TypesField.tsx';
import { useSubmit } from './use-submit.ts';

type ContactPageProps = {
  /** As at the last stop, with what was done there. */
  readonly isRepeat?: boolean;
};

/** Somebody met in the street, in four taps from home: Contatto anonimo, one or two types, Salva. The rest is there or may be skipped. */
export function ContactPage({ isRepeat = false }: ContactPageProps) {
  const { vault, words, today, now } = useSession();
  // Read once: chips that change places under a finger would be tapped wrong.
  const [{ habits, stop, time }] = useState(() => {
    const services = ownServices(vault);
    return { habits: habitsOf(services), stop: findLastStop(services), time: words.formatTime(now()) };
  });
  const form = useRecordForm({
    draftKey: DRAFT_KEYS.contact,
    kind: 'service',
    initial: (isRepeat ? startOfRepeat : startOfContact)({ today: today(), time, stop }),
  });
  const { submit, isSaving } = useSubmit(form, homeOf(vault.actor.role));
  return (
    <Screen task title={words.t('service.contactTitle')} backTo={homeOf(vault.actor.role)}>
      <FormShell form={form} saveLabel={words.t('verb.save')} isSaving={isSaving} onSubmit={() => void submit()}>
        <StopCard form={form} habits={habits} asksPlace={stop === undefined} />
        <TypesField form={form} habits={habits} />
        <ContactFields form={form} habits={habits} />
        <NoteFields form={form} />
      </FormShell>
    </Screen>
  );
}
