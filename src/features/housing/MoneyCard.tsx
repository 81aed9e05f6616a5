import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { moneyIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { MoneyRow } from '../money-figures.tsx';
import { contributionsOf, moneyOf } from '../money-records.ts';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** What the project paid for this household and promised to, and the way to all of it. */
export function MoneyCard({ placement }: { readonly placement: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { id } = placement.record;
  const hasAny = contributionsOf(vault, id).length > 0;
  return (
    <Card title={t('money.title')}>
      <Stack>
        {hasAny ? <MoneyRow figures={moneyOf(vault, [placement])} /> : <p class="soft">{t('money.none')}</p>}
        <Stack inline>
          {mayCreate(vault.actor, 'contribution') && (
            <LinkButton href={PLACES.newContribution(id)} variant="quiet" icon={plusIcon}>
              {t('money.add')}
            </LinkButton>
          )}
          {hasAny && (
            <LinkButton href={PLACES.placementMoney(id)} variant="quiet" icon={moneyIcon}>
              {t('money.all')}
            </LinkButton>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}
