import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { housingIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { DoubleRecords } from '../double-records.tsx';
import { FactsPage } from '../facts-page.tsx';
import { fieldLabel } from '../field-words.ts';
import { monthFieldsOf } from '../housing-months.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { useSession } from '../session.ts';

/** How one month in a home went. */
export function MonthPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'monthly-situation') {
    return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  }
  const { placement = '', restrictedNote } = monthFieldsOf(held);
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
      {restrictedNote !== undefined && (
        <Card>
          <FactList
            facts={[
              {
                label: fieldLabel(words, 'monthly-situation', 'restrictedNote'),
                value: <RestrictedValue held={held} field="restrictedNote" />,
              },
            ]}
          />
        </Card>
      )}
    </FactsPage>
  );
}
