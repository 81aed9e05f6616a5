import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { contactIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { countDay } from '../own-services.ts';
import { PLACES } from '../places.ts';
import { foldGroups, rowWords } from '../service-groups.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { timeOfDone } from './done-today.ts';

/** A screenful; the rest of a long day is one tap away. */
const ROWS_SHOWN_MAX = 8;

/** What one did today, each with how it stands. `hasOlder` is whether there is anything behind "all that I wrote". */
export function DoneToday({ done, hasOlder }: { readonly done: readonly CaseRecord[]; readonly hasOlder: boolean }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const allMine = <a href={PLACES.mine}>{t('today.allMine')}</a>;
  if (done.length === 0) {
    return (
      <Card flat title={t('today.done')}>
        <EmptyState icon={contactIcon} title={t('today.empty')} text={t('today.emptyHow')} />
        {hasOlder && <div class="rows-footer">{allMine}</div>}
      </Card>
    );
  }
  const services = done.filter(({ record }) => record.kind === 'service');
  const count = countDay(services, survivorIn(vault));
  return (
    <Card
      flat
      title={t('today.done')}
      aside={
        services.length > 0
          ? `${t('today.services', { n: count.services })} · ${t('today.met', { n: count.people })}`
          : undefined
      }
    >
      <RowList footer={allMine}>
        {foldGroups(done)
          .slice(0, ROWS_SHOWN_MAX)
          .map((row) => {
            const time = timeOfDone(row.held, words);
            const { title, subtitle, href, mark } = rowWords(vault, words, row, today());
            return (
              <CardRow
                key={href}
                time={time}
                dateTime={time}
                href={href}
                title={title}
                subtitle={subtitle}
                mark={<StateMark {...mark} />}
              />
            );
          })}
      </RowList>
    </Card>
  );
}
