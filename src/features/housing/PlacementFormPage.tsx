import type { CaseRecord } from '../../device/open-vault.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';
import { PlacementForm } from './PlacementForm.tsx';

type PlacementFormPageProps = {
  /** The placement to correct or to move on. */
  readonly id?: string | undefined;
  /** For whom a new one is. */
  readonly person?: string | undefined;
  /** For which household a new one is. */
  readonly household?: string | undefined;
  /** The stage to move to. */
  readonly step?: string | undefined;
};

/** Opens a placement, corrects one with `id`, or moves it on with `step`. */
export function PlacementFormPage({ id, person, household, step }: PlacementFormPageProps) {
  const { vault, words } = useSession();
  const existing: CaseRecord | undefined = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing?.record.kind !== 'placement') {
    return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  }
  return (
    <PlacementForm
      key={`${id} ${person} ${household} ${step}`}
      existing={existing}
      person={person}
      household={household}
      step={step}
    />
  );
}
