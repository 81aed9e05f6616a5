import { useEffect } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { NotHere } from '../not-here.tsx';
import { askerIn, contactBehind, PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useHandOver } from '../registered-person.ts';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { useRecordForm } from '../use-record-form.ts';
import { MoreFields } from './MoreFields.tsx';
import { contactToFields, PERSON_DRAFT_KEYS, PREFILL_KEPT_AS, searchToFields } from './person-form.ts';
import { WhoFields } from './WhoFields.tsx';

type PersonFormPageProps = {
  readonly id?: string | undefined;
  /** The page that asks for a new person, as it stands in the address. */
  readonly then?: string | undefined;
};

/** Registers a person, or corrects one with `id`. */
export function PersonFormPage({ id, then }: PersonFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing === undefined) {
    return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  }
  return <PersonForm key={id} existing={existing} asker={askerIn(then)} />;
}

function PersonForm({
  existing,
  asker,
}: {
  readonly existing: CaseRecord | undefined;
  readonly asker: string | undefined;
}) {
  const { vault, words } = useSession();
  const { t } = words;
  const contact = vault.caseload.find(contactBehind(asker) ?? '');
  const [searched, setSearched] = useKept(PREFILL_KEPT_AS, '');
  const handOver = useHandOver();
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
      backTo={id === undefined ? (asker ?? PLACES.people) : PLACES.person(id)}
      leave={asker === undefined ? undefined : () => handOver({ place: asker, personId: form.recordId })}
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
