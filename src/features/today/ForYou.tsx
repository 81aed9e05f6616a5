import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';
import { forYouRows } from './for-you.ts';

/** More than these are a list to work through, and that list is "Da sistemare". */
const ROWS_SHOWN_MAX = 6;

export function ForYou() {
  const { vault, words, today } = useSession();
  const rows = forYouRows(vault, words, today());
  if (rows.length === 0) return null;
  return (
    <Card flat title={words.t('today.forYou')}>
      <RowList
        footer={
          rows.length > ROWS_SHOWN_MAX ? <a href={PLACES.attention}>{words.t('today.allAttention')}</a> : undefined
        }
      >
        {rows.slice(0, ROWS_SHOWN_MAX).map(({ key, ...row }) => (
          <CardRow key={key} {...row} />
        ))}
      </RowList>
    </Card>
  );
}
