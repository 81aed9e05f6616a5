import type { Dwelling } from '../../domain/kinds/dwelling.ts';
import { occupancyByMonth, type Stay } from '../../domain/occupancy.ts';
import { Card } from '../../ui/Card.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { useSession } from '../session.ts';

/** Half a year is as far as anybody plans a placement. */
const MONTHS = 6;

/** Places taken and free, month by month from this one on. */
export function MonthsCard({ fields, stays }: { readonly fields: Partial<Dwelling>; readonly stays: readonly Stay[] }) {
  const { words, today } = useSession();
  const { t, formatNumber } = words;
  return (
    <Card title={t('dwellings.months')}>
      <FigureTable
        head={t('dwellings.month')}
        columns={[t('dwellings.monthsTaken'), t('dwellings.monthsFree'), t('dwellings.monthsNights')]}
        hint={t('dwellings.monthsHint')}
        rows={occupancyByMonth(fields, stays, today(), MONTHS).map((row) => ({
          key: row.month,
          name: words.formatDate(`${row.month}-01`, 'month'),
          cells: [
            formatNumber(row.takenMost),
            formatNumber(row.freeThroughout),
            t('dwellings.nights', { taken: formatNumber(row.takenNights), places: formatNumber(row.placeNights) }),
          ],
        }))}
      />
    </Card>
  );
}
