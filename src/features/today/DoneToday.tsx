import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { contactIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { countDay, timeOfService } from '../own-services.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** A screenful; the rest of a long day is one tap away. */
const ROWS_SHOWN_MAX = 8;

/** What one did today, each with how it stands. `hasOlder` is whether there is anything behind "all my services". */
export function DoneToday({
  services,
  hasOlder,
}: {
  readonly services: readonly CaseRecord[];
  readonly hasOlder: boolean;
}) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const allMine = <a href={PLACES.mine}>{t('today.allMine')}</a>;
  if (services.length === 0) {
    return (
      <Card flat title={t('today.done')}>
        <EmptyState icon={contactIcon} title={t('today.empty')} text={t('today.emptyHow')} />
        {hasOlder && <div class="rows-footer">{allMine}</div>}
      </Card>
    );
  }
  const count = countDay(services);
  return (
    <Card
      flat
      title={t('today.done')}
      aside={`${t('today.services', { n: count.services })} · ${t('today.met', { n: count.people })}`}
    >
      <RowList footer={allMine}>
        {services.slice(0, ROWS_SHOWN_MAX).map((held) => {
          const time = timeOfService(held, words.formatTime);
          return (
            <CardRow
              key={held.record.id}
              time={time}
              dateTime={time}
              href={PLACES.service(held.record.id)}
              title={recordTitle(vault, words, held)}
              subtitle={recordSubtitle(words, held)}
              mark={<StateMark {...recordMark(words, vault, held, today())} />}
            />
          );
        })}
      </RowList>
    </Card>
  );
}
