import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { searchToFields, useSearched } from '../new-person.ts';
import { NotHere } from '../not-here.tsx';
import { askerIn, contactBehind, PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useHandOver } from '../registered-person.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { MoreFields } from './MoreFields.tsx';
import { contactToFields } from './person-form.ts';
import { WhoFields } from './WhoFields.tsx';

type PersonFormPageProps = {
  readonly id?: string | undefined;
  /** The page that asks for a new person, as it stands in the address. */
  readonly askedBy?: string | undefined;
  /** Which of the people begun for it. */
  readonly draft?: string | undefined;
};

/** Registers a person, or corrects one with `id`. */
export function PersonFormPage({ id, askedBy, draft }: PersonFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing === undefined) {
    return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  }
  return <PersonForm key={id} existing={existing} asker={askerIn(askedBy)} draft={draft} />;
}

type PersonFormProps = {
  readonly existing: CaseRecord | undefined;
  readonly asker: string | undefined;
  readonly draft: string | undefined;
};

function PersonForm({ existing, asker, draft }: PersonFormProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const contact = vault.caseload.find(contactBehind(asker) ?? '');
  const searched = useSearched();
  const handOver = useHandOver();
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newPerson(asker, draft) : `person:edit:${id}`,
    kind: 'beneficiary',
    existing,
    initial: id === undefined ? { ...contactToFields(contact?.record.fields), ...searchToFields(searched) } : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'people.new' : 'people.correct')}
      backTo={id === undefined ? (asker ?? PLACES.people) : PLACES.person(id)}
      leave={asker === undefined ? undefined : () => handOver({ place: asker, personId: form.recordId })}
    >
      <Card>
        <WhoFields
          form={form}
          isNew={id === undefined}
          onSame={asker === undefined ? undefined : (personId) => handOver({ place: asker, personId })}
        />
      </Card>
      <Card>
        <MoreFields form={form} existing={existing} />
      </Card>
    </RecordFormFrame>
  );
}
