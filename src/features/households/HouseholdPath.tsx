import { Card } from '../../ui/Card.tsx';
import { recordsFor } from '../household-records.ts';
import { DepositLine, MoneyRow } from '../money-figures.tsx';
import { contributionsOf, moneyOf } from '../money-records.ts';
import { useSession } from '../session.ts';
import { TimelineCard } from '../timeline-card.tsx';

/** What the project paid for a household over all its placements, and its whole path. Nothing where it was never placed. */
export function HouseholdPath({ householdId }: { readonly householdId: string }) {
  const { vault, words } = useSession();
  const placements = recordsFor(vault, 'placement', householdId);
  const figures = moneyOf(vault, placements);
  const hasMoney = placements.some(({ record }) => contributionsOf(vault, record.id).length > 0);
  return (
    <>
      {hasMoney && (
        <Card title={words.t('money.title')}>
          <MoneyRow figures={figures} />
          <DepositLine figures={figures} />
        </Card>
      )}
      <TimelineCard placements={placements} />
    </>
  );
}
