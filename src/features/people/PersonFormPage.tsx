import { useEffect } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { FormTrouble, useProblemFocus } from '../form-trouble.tsx';
import { NotHere } from '../not-here.tsx';
import { contactBehind, PLACES, placeAfterPerson } from '../places.ts';
import { ResumedNote } from '../resumed-note.tsx';
import { ReturnBanner } from '../return-banner.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useFormSubmit } from '../use-form-submit.ts';
import { useKept } from '../use-kept.ts';
import { useRecordForm } from '../use-record-form.ts';
import { MoreFields } from './MoreFields.tsx';
import { contactToFields, PERSON_DRAFT_KEYS, PREFILL_KEPT_AS, searchToFields } from './person-form.ts';
import { WhoFields } from './WhoFields.tsx';

type PersonFormPageProps = {
  readonly id?: string | undefined;
  /** What a new person is registered for: the form of that comes next. */
  readonly next?: string | undefined;
};

/** Registers a person, or corrects one with `id`. */
export function PersonFormPage({ id, next }: PersonFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing === undefined) {
    return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  }
  return <PersonForm key={id} existing={existing} next={next} />;
}

function PersonForm({
  existing,
  next,
}: {
  readonly existing: CaseRecord | undefined;
  readonly next: string | undefined;
}) {
  const { vault, words } = useSession();
  const { t } = words;
  const contact = vault.caseload.find(contactBehind(next) ?? '');
  const [searched, setSearched] = useKept(PREFILL_KEPT_AS, '');
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? PERSON_DRAFT_KEYS.newPerson : PERSON_DRAFT_KEYS.editPerson(id),
    kind: 'beneficiary',
    existing,
    initial: id === undefined ? { ...contactToFields(contact?.record.fields), ...searchToFields(searched) } : undefined,
  });
  // Handed over once: the next new person is somebody else.
  useEffect(() => setSearched(''), []);
  const element = useProblemFocus(form);
  const isReturned = existing?.record.review.state === 'returned';
  const backTo = id === undefined ? PLACES.people : PLACES.person(id);
  const { submit, answer, writeAnswer } = useFormSubmit({
    form,
    isReturned,
    answerKey: PERSON_DRAFT_KEYS.answer(id ?? ''),
    backTo,
    next: placeAfterPerson(next, form.recordId),
  });

  return (
    <Screen task title={t(id === undefined ? 'people.new' : 'people.correct')} backTo={backTo}>
      <form ref={element} onSubmit={submit} autoComplete="off" noValidate>
        {existing && <ReturnBanner held={existing} hasAction={false} />}
        <FormTrouble form={form} />
        <ResumedNote form={form} />
        <Card>
          <WhoFields form={form} isNew={id === undefined} />
        </Card>
        <Card>
          <MoreFields form={form} existing={existing} />
        </Card>
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
