import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { PROJECT_CODES } from '../../domain/project-codes.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { FormTrouble, useProblemFocus } from '../form-trouble.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { ResumedNote } from '../resumed-note.tsx';
import { ReturnBanner } from '../return-banner.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useFormSubmit } from '../use-form-submit.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { EventFields } from './EventFields.tsx';

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
  const { vault, words, today } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newEvent : `event:edit:${id}`,
    kind: 'event',
    existing,
    initial: id === undefined ? { date: today(), state: 'PLAN', ...PROJECT_CODES } : undefined,
  });
  const element = useProblemFocus(form);
  const isReturned = existing?.record.review.state === 'returned';
  const { submit, answer, writeAnswer } = useFormSubmit({
    form,
    isReturned,
    answerKey: DRAFT_KEYS.answerOn(id ?? ''),
    backTo: id === undefined ? PLACES.events : PLACES.event(id),
    // Presences come next, and they begin on the event's page.
    next: id === undefined ? PLACES.event(form.recordId) : undefined,
  });
  return (
    <Screen
      task
      title={t(id === undefined ? 'events.new' : 'events.correct')}
      subtitle={existing && recordTitle(vault, words, existing)}
      backTo={id === undefined ? PLACES.events : PLACES.event(id)}
    >
      <form ref={element} onSubmit={submit} autoComplete="off" noValidate>
        {existing && <ReturnBanner held={existing} hasAction={false} />}
        <FormTrouble form={form} />
        <ResumedNote form={form} />
        <EventFields form={form} />
        {isReturned && (
          <Card>
            <TextArea
              label={t('record.answer')}
              hint={t('record.answerHint')}
              value={answer}
              onInput={writeAnswer}
              maxLength={NOTE_LENGTH_MAX}
            />
          </Card>
        )}
        <ActionBar>
          <Button type="submit" big icon={checkIcon}>
            {t(isReturned ? 'record.saveAndSend' : 'verb.save')}
          </Button>
        </ActionBar>
      </form>
    </Screen>
  );
}
