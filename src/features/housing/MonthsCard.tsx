import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { DoubleRecords } from '../double-records.tsx';
import { findMonthToTell, monthFieldsOf, monthsOf } from '../housing-months.ts';
import { isOpenPlacement, placementFieldsOf } from '../housing-path.ts';
import { monthToText } from '../moment-words.ts';
import { PLACES, withMonth } from '../places.ts';
import { RecordRow } from '../record-row.tsx';
import { useSession } from '../session.ts';

/** The others stand in the whole path below. */
const MONTHS_SHOWN_MAX = 3;

/** The months lived in the home, the latest first, and the one to tell. Nothing before somebody moved in. */
export function MonthsCard({ placement }: { readonly placement: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { id } = placement.record;
  const months = monthsOf(vault, id);
  const missing = findMonthToTell(vault, placement, today());
  const isOpen = isOpenPlacement(placementFieldsOf(placement));
  if (months.length === 0 && missing === undefined) return null;
  return (
    <>
      <DoubleRecords about={id} />
      <Card flat title={words.t('month.title')}>
        <RowList
          label={words.t('month.title')}
          footer={
            missing !== undefined && mayCreate(vault.actor, 'monthly-situation') ? (
              <LinkButton href={withMonth(PLACES.newMonth(id), missing)} variant="quiet" icon={plusIcon}>
                {/* Of who has left nobody is asked any more: what was forgotten can still be told. */}
                {words.t(isOpen ? 'month.tell' : 'month.tellMissing', { month: monthToText(words, missing) })}
              </LinkButton>
            ) : undefined
          }
        >
          {months.slice(0, MONTHS_SHOWN_MAX).map((held) => (
            <RecordRow key={held.record.id} held={held} title={monthToText(words, monthFieldsOf(held).month ?? '')} />
          ))}
        </RowList>
      </Card>
    </>
  );
}
