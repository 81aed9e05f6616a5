import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { housingIcon, moneyIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { DoubleRecords } from '../double-records.tsx';
import { inOneLine, monthToText } from '../moment-words.ts';
import { DepositLine, MoneyRow, SumsCard } from '../money-figures.tsx';
import { contributionFieldsOf, contributionsOf, moneyOf } from '../money-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordRow } from '../record-row.tsx';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** All the money of one placement: what it comes to by month and by measure, and each sum. */
export function PlacementMoneyPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'placement') {
    return <NotHere title={t('money.title')} listPlace={PLACES.housing} />;
  }
  const add = mayCreate(vault.actor, 'contribution') ? (
    <LinkButton href={PLACES.newContribution(id)} icon={plusIcon} variant="ghost">
      {t('money.add')}
    </LinkButton>
  ) : undefined;
  return (
    <Screen
      title={t('money.pageTitle', { name: recordTitle(vault, words, held) })}
      backTo={PLACES.placement(id)}
      extras={add}
    >
      <Columns
        main={
          <>
            <DoubleRecords about={id} />
            <Contributions held={held} />
          </>
        }
        side={
          <LinkButton href={PLACES.placement(id)} variant="quiet" wide icon={housingIcon}>
            {t('month.openPlacement')}
          </LinkButton>
        }
      />
    </Screen>
  );
}

function Contributions({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  const contributions = contributionsOf(vault, held.record.id);
  if (contributions.length === 0) {
    return (
      <Card>
        <EmptyState icon={moneyIcon} title={t('money.none')} text={t('money.noneText')} />
      </Card>
    );
  }
  const figures = moneyOf(vault, [held]);
  return (
    <>
      <Card>
        <MoneyRow figures={figures} />
        <DepositLine figures={figures} />
      </Card>
      <SumsCard
        title={t('money.byMonth')}
        head={t('money.month')}
        sums={figures.byMonth}
        nameOf={(month) => inOneLine(monthToText(words, month))}
        order="latest"
      />
      <SumsCard
        title={t('money.byMeasure')}
        head={t('money.measure')}
        sums={figures.byMeasure}
        nameOf={(measure) => words.findMessage(`list.housingMeasure.${measure}`) ?? measure}
        order="name"
      />
      <Card flat title={t('money.list')}>
        <RowList label={t('money.list')}>
          {contributions.map((one) => {
            const { amountCents = 0 } = contributionFieldsOf(one);
            return <RecordRow key={one.record.id} held={one} title={words.formatMoney(amountCents)} />;
          })}
        </RowList>
      </Card>
    </>
  );
}
