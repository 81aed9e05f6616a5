import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '../device/open-vault.ts';
import { housingIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { DoubleRecords } from './double-records.tsx';
import { FactsPage } from './facts-page.tsx';
import { NotHere } from './not-here.tsx';
import { PLACES } from './places.ts';
import { useSession } from './session.ts';

type PageOfPlacementProps = {
  readonly kind: string;
  readonly id: string;
  /** Where it came from; the placement itself unless said otherwise. */
  readonly backTo?: (placementId: string) => string;
  readonly side?: (held: CaseRecord) => ComponentChildren;
  /** Below the facts. */
  readonly children?: (held: CaseRecord) => ComponentChildren;
};

/** The page of what is written about one placement: a month, a sum, a follow-up, a step. */
export function PageOfPlacement({ kind, id, backTo = PLACES.placement, side, children }: PageOfPlacementProps) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== kind) return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  const placementId = placementIdOf(held);
  return (
    <FactsPage
      held={held}
      backTo={backTo(placementId)}
      side={
        <>
          {side?.(held)}
          <LinkButton href={PLACES.placement(placementId)} variant="quiet" wide icon={housingIcon}>
            {words.t('month.openPlacement')}
          </LinkButton>
        </>
      }
    >
      <DoubleRecords recordId={id} />
      {children?.(held)}
    </FactsPage>
  );
}

/** What to write about a placement, or to correct: the record with `id`, or a new one about `placementId`. */
export type FormOfPlacementProps = { readonly id?: string | undefined; readonly placementId?: string | undefined };

type Found = {
  /** The record to correct. */
  readonly existing: CaseRecord | undefined;
  readonly placement: CaseRecord;
};

/** Around a form of what is written about one placement: finds both, or says that they are not here. */
export function FormOfPlacement({
  kind,
  id,
  placementId,
  children,
}: FormOfPlacementProps & { readonly kind: string; readonly children: (found: Found) => ComponentChildren }) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const placement = vault.caseload.find(placementId ?? (existing && placementIdOf(existing)) ?? '');
  const isThere = id === undefined || existing?.record.kind === kind;
  if (!isThere || placement?.record.kind !== 'placement') {
    return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  }
  return children({ existing, placement });
}

const placementIdOf = ({ record }: CaseRecord): string =>
  typeof record.fields.placement === 'string' ? record.fields.placement : '';
