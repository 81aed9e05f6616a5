import type { CaseRecord } from '../../device/open-vault.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { DwellingFields } from './DwellingFields.tsx';

type DwellingFormPageProps = {
  /** The dwelling to correct. */
  readonly id?: string | undefined;
  /** Whose a new one is. */
  readonly landlord?: string | undefined;
};

/** Writes a dwelling, or corrects the one with `id`. */
export function DwellingFormPage({ id, landlord }: DwellingFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing?.record.kind !== 'dwelling') {
    return <NotHere title={words.t('dwellings.title')} listPlace={PLACES.dwellings} />;
  }
  return <DwellingForm key={id} existing={existing} landlord={landlord} />;
}

type DwellingFormProps = { readonly existing: CaseRecord | undefined; readonly landlord: string | undefined };

function DwellingForm({ existing, landlord }: DwellingFormProps) {
  const { t } = useSession().words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newDwelling : `dwelling:edit:${id}`,
    kind: 'dwelling',
    existing,
    initial: id === undefined && landlord !== undefined ? { landlord } : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'dwellings.new' : 'dwellings.correct')}
      backTo={id === undefined ? PLACES.dwellings : PLACES.dwelling(id)}
    >
      <DwellingFields form={form} />
    </RecordFormFrame>
  );
}
