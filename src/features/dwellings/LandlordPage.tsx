import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { phoneIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { dwellingFieldsOf, dwellingsFrom, landlordFieldsOf } from '../dwelling-records.ts';
import { FactsPage } from '../facts-page.tsx';
import { fieldLabel } from '../field-words.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES, withLandlord } from '../places.ts';
import { RecordRow } from '../record-row.tsx';
import { useMayEdit } from '../record-standing.tsx';
import { RestrictedValue } from '../restricted-value.tsx';
import { useSession } from '../session.ts';
import { dwellingRows } from './dwelling-rows.ts';
import { FreeMark } from './FreeMark.tsx';

/** One landlord: how to reach them, and which homes they give. */
export function LandlordPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'landlord') {
    return <NotHere title={words.t('landlords.title')} listPlace={PLACES.landlords} />;
  }
  return (
    <FactsPage
      held={held}
      backTo={PLACES.landlords}
      // Their dwellings would name somebody whom nobody finds.
      keptBecause={dwellingsFrom(vault, id).length > 0 ? words.t('landlords.notRemoved') : undefined}
      side={<Reach held={held} />}
    >
      <TheirDwellings held={held} />
    </FactsPage>
  );
}

function Reach({ held }: { readonly held: CaseRecord }) {
  const { words } = useSession();
  const { phone, restrictedNote } = landlordFieldsOf(held);
  return (
    <>
      {phone !== undefined && (
        <LinkButton href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} wide icon={phoneIcon}>
          {words.t('landlords.call', { phone })}
        </LinkButton>
      )}
      {restrictedNote !== undefined && (
        <Card>
          <FactList
            facts={[
              {
                label: fieldLabel(words, 'landlord', 'restrictedNote'),
                value: <RestrictedValue held={held} field="restrictedNote" />,
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}

function TheirDwellings({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { id } = held.record;
  const rows = dwellingRows(vault, today()).filter((row) => dwellingFieldsOf(row.held).landlord === id);
  return (
    <Card flat title={t('landlords.dwellings')}>
      <RowList
        label={t('landlords.dwellings')}
        footer={
          useMayEdit(held) ? (
            <LinkButton href={withLandlord(PLACES.newDwelling, id)} variant="quiet" icon={plusIcon}>
              {t('landlords.addDwelling')}
            </LinkButton>
          ) : undefined
        }
      >
        {rows.map((row) => (
          <RecordRow
            key={row.held.record.id}
            held={row.held}
            mark={<FreeMark dwelling={row.held} occupancy={row.today} />}
          />
        ))}
      </RowList>
    </Card>
  );
}
