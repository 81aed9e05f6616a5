import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { textToValue } from '../field-values.ts';
import { FormShell } from '../form-shell.tsx';
import { ownServices } from '../own-services.ts';
import { PLACES } from '../places.ts';
import { StandingNote } from '../record-standing.tsx';
import { recordTitle } from '../record-words.ts';
import { ReturnBanner } from '../return-banner.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { ContactFields } from './ContactFields.tsx';
import { habitsOf } from './habits.ts';
import { NoteFields } from './NoteFields.tsx';
import { OutcomeField } from './OutcomeField.tsx';
import { PersonCard } from './PersonCard.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { StopCard } from './StopCard.tsx';
import { serviceValues } from './service-form.ts';
import { TypesField } from './TypesField.tsx';
import { useSubmit } from './use-submit.ts';

/** The same questions over a service that exists; a returned one also takes an answer to whoever returned it. */
export function CorrectService({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { record } = held;
  const [habits] = useState(() => habitsOf(ownServices(vault)));
  const [isPicking, setIsPicking] = useState(false);
  const form = useRecordForm({ draftKey: DRAFT_KEYS.editService(record.id), kind: 'service', existing: held });
  const [answer, writeAnswer, discardAnswer] = useDraftText(DRAFT_KEYS.answerOn(record.id));
  const isReturned = record.review.state === 'returned';
  const { submit, isSaving } = useSubmit(form, PLACES.service(record.id), {
    mustChange: isReturned,
    onSaved: discardAnswer,
  });
  const { beneficiary, contact } = serviceValues(form);

  if (isPicking) {
    return (
      <Screen title={words.t('service.forWhom')} backTo={PLACES.service(record.id)}>
        <PersonPicker
          onPick={(beneficiary) => {
            // What was known of one person stays; a group is no one person.
            form.setMany({ beneficiary, ...(contact?.count !== 1 && { contact: undefined }) });
            setIsPicking(false);
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen
      task
      title={words.t('service.correctTitle')}
      subtitle={recordTitle(vault, words, held)}
      backTo={PLACES.service(record.id)}
      banner={
        <>
          <StandingNote held={held} />
          <ReturnBanner held={held} hasAction={false} />
        </>
      }
    >
      <FormShell
        form={form}
        saveLabel={words.t(isReturned ? 'record.saveAndSend' : 'verb.save')}
        isSaving={isSaving}
        onSubmit={() => void submit(isReturned ? textToValue(answer) : undefined)}
      >
        {beneficiary !== undefined && <PersonCard person={beneficiary} onChange={() => setIsPicking(true)} />}
        {beneficiary !== undefined && contact !== undefined && (
          <TextButton onClick={() => form.set('beneficiary', undefined)}>{words.t('service.unlink')}</TextButton>
        )}
        <StopCard form={form} habits={habits} />
        <TypesField form={form} habits={habits} />
        {beneficiary === undefined && (
          <>
            <ContactFields form={form} habits={habits} />
            {/* A contact that turned out to be somebody registered is tied to that person. */}
            <TextButton onClick={() => setIsPicking(true)}>{words.t('service.isRegistered')}</TextButton>
          </>
        )}
        <OutcomeField form={form} />
        <NoteFields form={form} existing={held} />
        {isReturned && (
          <TextArea
            label={words.t('record.answer')}
            mark={words.t('record.canSkip')}
            hint={words.t('record.answerHint')}
            maxLength={NOTE_LENGTH_MAX}
            value={answer}
            onInput={writeAnswer}
          />
        )}
      </FormShell>
    </Screen>
  );
}
