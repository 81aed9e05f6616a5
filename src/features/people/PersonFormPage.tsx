import { useEffect } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { NotHere } from '../not-here.tsx';
import { contactBehind, PLACES, placeAfterPerson } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
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
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'people.new' : 'people.correct')}
      backTo={id === undefined ? PLACES.people : PLACES.person(id)}
      next={placeAfterPerson(next, form.recordId)}
    >
      <Card>
        <WhoFields form={form} isNew={id === undefined} />
      </Card>
      <Card>
        <MoreFields form={form} existing={existing} />
      </Card>
    </RecordFormFrame>
  );
}
