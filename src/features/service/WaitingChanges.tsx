import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { rowMoment } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';
import { changeToText, waitingChangesOf } from './waiting-changes.ts';

/** What of this service is only on this device, change by change; one that the server refused leads to where it is mended. */
export function WaitingChanges({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const items = waitingChangesOf(vault.outbox.value, held.record.id);
  if (items.length === 0) return null;
  return (
    <Card flat title={words.t('service.waiting')}>
      <RowList>
        {items.map(({ change, state, savedAt }) => (
          <CardRow
            key={change.id}
            plain
            time={rowMoment(words, savedAt, today())}
            dateTime={savedAt}
            title={changeToText(words, change)}
            href={state === 'attention' ? PLACES.attentionTo(held.record.id) : undefined}
            mark={
              state === 'attention' ? (
                <StateMark tone="stop" label={words.t('state.attention')} />
              ) : (
                <StateMark tone="wait" label={words.t('state.savedHere')} />
              )
            }
          />
        ))}
      </RowList>
    </Card>
  );
}
