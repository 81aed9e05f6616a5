import type { Stay } from '../../domain/occupancy.ts';
import { Card } from '../../ui/Card.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { placementFieldsOf } from '../housing-path.ts';
import { RecordRow } from '../record-row.tsx';
import { useSession } from '../session.ts';
import { stayText } from '../stay-words.ts';

/** Households in the dwelling now and in time to come, then those that left. Placements are for those who may read them: so are the names. */
export function WhoIsHere({ stays }: { readonly stays: readonly Stay[] }) {
  const { words, today } = useSession();
  const { t } = words;
  const isOver = ({ until }: Stay): boolean => until !== undefined && until <= today();
  const now = stays.filter((stay) => !isOver(stay));
  const past = stays.filter(isOver).toReversed();
  return (
    <>
      <Card flat={now.length > 0} title={t('dwellings.who')}>
        {now.length === 0 ? <p class="soft">{t('dwellings.nobody')}</p> : <StayRows stays={now} />}
      </Card>
      {past.length > 0 && (
        <Card flat title={t('dwellings.past')}>
          <StayRows stays={past} />
        </Card>
      )}
    </>
  );
}

function StayRows({ stays }: { readonly stays: readonly Stay[] }) {
  const { vault, words } = useSession();
  return (
    <RowList>
      {stays.map((stay) => {
        const held = vault.caseload.find(stay.id);
        if (held === undefined) return null;
        return (
          <RecordRow
            key={stay.id}
            held={held}
            aside={words.t('dwellings.people', { n: stay.people })}
            subtitle={stayText(words, placementFieldsOf(held), stay)}
          />
        );
      })}
    </RowList>
  );
}
