import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { housingIcon, moneyIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { inOneLine, monthToText } from '../moment-words.ts';
import { DepositLine, MoneyRow, SumsCard } from '../money-figures.tsx';
import { ceilingFieldsOf, ceilingsOf, contributionFieldsOf, moneyOf, overCeilingsIn } from '../money-records.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';

/** The money of the whole city: by measure, by month, by household; what passes a ceiling unexplained; the ceilings themselves. */
export function MoneyPage() {
  const { vault, words } = useSession();
  const { t } = words;
  const [month, setMonth] = useKept<string | undefined>('money:month', undefined);
  const contributions = vault.caseload.ofKind('contribution');
  const months = [...new Set(contributions.flatMap((held) => contributionFieldsOf(held).month ?? []))].sort().reverse();
  const shown = contributions.filter((held) => month === undefined || contributionFieldsOf(held).month === month);
  const figures = moneyOf(vault, vault.caseload.ofKind('placement'), month);
  const measureName = (code: string) => words.findMessage(`list.housingMeasure.${code}`) ?? code;
  const monthName = (code: string) => inOneLine(monthToText(words, code));
  return (
    <Screen title={t('money.title')} subtitle={t('money.count', { n: shown.length })} backTo={PLACES.more}>
      <Stack>
        {contributions.length === 0 ? (
          <Card>
            <EmptyState
              icon={moneyIcon}
              title={t('money.none')}
              text={t('money.noneText')}
              action={
                <LinkButton href={PLACES.housing} icon={housingIcon} variant="ghost">
                  {t('nav.housing')}
                </LinkButton>
              }
            />
          </Card>
        ) : (
          <>
            <Card>
              <Stack>
                <Select
                  label={t('money.month')}
                  value={month}
                  onInput={setMonth}
                  emptyLabel={t('money.allMonths')}
                  options={months.map((value) => ({ value, label: monthName(value) }))}
                />
                <MoneyRow figures={figures} />
                <DepositLine figures={figures} />
              </Stack>
            </Card>
            <OverCeilingsCard />
            <SumsCard
              title={t('money.byMeasure')}
              head={t('money.measure')}
              sums={figures.byMeasure}
              nameOf={measureName}
              order="name"
            />
            {month === undefined && (
              <SumsCard
                title={t('money.byMonth')}
                head={t('money.month')}
                sums={figures.byMonth}
                nameOf={monthName}
                order="latest"
              />
            )}
            <SumsCard
              title={t('money.byHousehold')}
              head={t('money.household')}
              sums={figures.byGroup}
              nameOf={(id) => nameOfPerson(vault, words, id)}
              order="name"
            />
          </>
        )}
        <CeilingsCard />
      </Stack>
    </Screen>
  );
}

/** Nothing where everything is within its ceiling or explained. */
function OverCeilingsCard() {
  const { vault, words } = useSession();
  const { t } = words;
  const over = overCeilingsIn(vault);
  if (over.length === 0) return null;
  return (
    <Card flat title={t('money.over')}>
      <RowList label={t('money.over')}>
        {over.map(({ placement, month, measure, sumCents, ceilingCents }) => (
          <CardRow
            key={`${placement} ${month} ${measure}`}
            title={nameOfPerson(vault, words, placement)}
            aside={monthToText(words, month)}
            subtitle={t('money.overLine', {
              measure: words.findMessage(`list.housingMeasure.${measure}`) ?? measure,
              sum: words.formatMoney(sumCents),
              ceiling: words.formatMoney(ceilingCents),
            })}
            href={PLACES.placementMoney(placement)}
          />
        ))}
      </RowList>
    </Card>
  );
}

function CeilingsCard() {
  const { vault, words } = useSession();
  const { t } = words;
  const ceilings = ceilingsOf(vault);
  const add = mayCreate(vault.actor, 'contribution-ceiling') ? (
    <LinkButton href={PLACES.newCeiling} variant="quiet" icon={plusIcon}>
      {t('money.addCeiling')}
    </LinkButton>
  ) : undefined;
  return (
    <Card flat title={t('money.ceilings')}>
      {ceilings.length === 0 && <p class="card-line soft">{t(add ? 'money.noCeilings' : 'money.noCeilingsAsk')}</p>}
      <RowList label={t('money.ceilings')} footer={add}>
        {ceilings.map((held) => (
          <CardRow
            key={held.record.id}
            title={recordTitle(vault, words, held)}
            subtitle={t('money.ceilingFrom', {
              money: words.formatMoney(ceilingFieldsOf(held).maxCents ?? 0),
              month: monthToText(words, ceilingFieldsOf(held).validFrom ?? ''),
            })}
            href={PLACES.ceiling(held.record.id)}
          />
        ))}
      </RowList>
    </Card>
  );
}
