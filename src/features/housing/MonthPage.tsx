import { housingIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { DoubleRecords } from '../double-records.tsx';
import { FactsPage } from '../facts-page.tsx';
import { monthFieldsOf } from '../housing-months.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RestrictedCard } from '../restricted-card.tsx';
import { useSession } from '../session.ts';

/** How one month in a home went. */
export function MonthPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'monthly-situation') {
    return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  }
  const { placement = '' } = monthFieldsOf(held);
  return (
    <FactsPage
      held={held}
      backTo={PLACES.placement(placement)}
      side={
        <LinkButton href={PLACES.placement(placement)} variant="quiet" wide icon={housingIcon}>
          {words.t('month.openPlacement')}
        </LinkButton>
      }
    >
      <DoubleRecords recordId={id} />
      <RestrictedCard held={held} field="restrictedNote" />
    </FactsPage>
  );
}
