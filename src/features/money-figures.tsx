import { addSums, type MoneyFigures, NOTHING, type Sums } from '../domain/money/count-money.ts';
import { Card } from '../ui/Card.tsx';
import { FigureRow } from '../ui/FigureRow.tsx';
import { FigureTable } from '../ui/FigureTable.tsx';
import { moneyCentsToText } from '../ui/money.ts';
import { useSession } from './session.ts';

/** Paid, promised, and deposits apart. */
export function MoneyRow({ figures }: { readonly figures: MoneyFigures }) {
  const { words } = useSession();
  const { total, deposits } = figures;
  const hasDeposits = deposits.paidCents > 0 || deposits.plannedCents > 0;
  return (
    <FigureRow
      figures={[
        { label: words.t('money.paid'), value: words.formatMoney(total.paidCents) },
        { label: words.t('money.planned'), value: words.formatMoney(total.plannedCents) },
        ...(hasDeposits ? [{ label: words.t('money.held'), value: words.formatMoney(deposits.heldCents) }] : []),
      ]}
    />
  );
}

/** "Depositi: 900 € versati, 600 € tornati." */
export function DepositLine({ figures: { deposits } }: { readonly figures: MoneyFigures }) {
  const { words } = useSession();
  if (deposits.paidCents === 0 && deposits.plannedCents === 0) return null;
  return (
    <p class="soft">
      {words.t('money.depositLine', {
        paid: words.formatMoney(deposits.paidCents),
        returned: words.formatMoney(deposits.returnedCents),
        planned: words.formatMoney(deposits.plannedCents),
      })}
    </p>
  );
}

type SumsCardProps = {
  readonly title: string;
  /** What the rows are. */
  readonly head: string;
  readonly sums: ReadonlyMap<string, Sums>;
  readonly nameOf: (key: string) => string;
  /** Rows in the order of their names, or of their keys from the latest back. */
  readonly order: 'name' | 'latest';
};

/** Sums in rows, each with what was paid and what is promised; the last row is the total of those above. */
export function SumsCard({ title, head, sums, nameOf, order }: SumsCardProps) {
  const { words } = useSession();
  const { t } = words;
  if (sums.size === 0) return null;
  const toRow = (key: string, name: string, { paidCents, plannedCents }: Sums) => ({
    key,
    name,
    cells: [paidCents, plannedCents, paidCents + plannedCents].map((cents) => moneyCentsToText(cents, words.locale)),
  });
  const rows = [...sums]
    .map(([key, part]) => toRow(key, nameOf(key), part))
    .sort((a, b) => (order === 'name' ? a.name.localeCompare(b.name) : a.key < b.key ? 1 : -1));
  return (
    <Card title={title}>
      <FigureTable
        head={head}
        columns={[t('money.paid'), t('money.planned'), t('money.total')].map((column) => t('money.inEuro', { column }))}
        rows={rows}
        total={toRow('total', t('money.total'), [...sums.values()].reduce(addSums, NOTHING))}
      />
    </Card>
  );
}
