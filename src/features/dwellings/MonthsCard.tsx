import type { Dwelling } from '../../domain/kinds/dwelling.ts';
import { occupancyByMonth, type Stay } from '../../domain/occupancy.ts';
import { Card } from '../../ui/Card.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { inOneLine, monthToText } from '../moment-words.ts';
import { useSession } from '../session.ts';
import { MONTHS_SHOWN, monthsOfAll } from './dwelling-rows.ts';

/** Places of one dwelling taken and free, month by month from this one on. */
export function MonthsCard({ fields, stays }: { readonly fields: Partial<Dwelling>; readonly stays: readonly Stay[] }) {
  const { words, today } = useSession();
  const { t, formatNumber } = words;
  const months = occupancyByMonth(fields, stays, today(), MONTHS_SHOWN);
  const taken = new Map(months.map(({ month, takenMost }) => [month, formatNumber(takenMost)]));
  return <MonthsTable months={months} first={{ head: t('dwellings.monthsTaken'), cells: taken }} />;
}

/** The same of all dwellings of the city together. */
export function CityMonths() {
  const { vault, today } = useSession();
  return <MonthsTable months={monthsOfAll(vault, today())} />;
}

type MonthsTableProps = {
  readonly months: ReturnType<typeof monthsOfAll>;
  /** One more column at the start, by month. */
  readonly first?: { readonly head: string; readonly cells: ReadonlyMap<string, string> };
};

function MonthsTable({ months, first }: MonthsTableProps) {
  const { words } = useSession();
  const { t, formatNumber } = words;
  return (
    <Card title={t('dwellings.months')}>
      <FigureTable
        head={t('dwellings.month')}
        columns={[...(first ? [first.head] : []), t('dwellings.monthsFree'), t('dwellings.monthsNights')]}
        hint={t('dwellings.monthsHint')}
        rows={months.map(({ month, freeThroughout, takenNights, placeNights }) => ({
          key: month,
          name: inOneLine(monthToText(words, month)),
          cells: [
            ...(first ? [first.cells.get(month) ?? ''] : []),
            formatNumber(freeThroughout),
            t('dwellings.nights', { taken: formatNumber(takenNights), places: formatNumber(placeNights) }),
          ],
        }))}
      />
    </Card>
  );
}
