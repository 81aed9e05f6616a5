import type { CaseRecord } from '../../device/open-vault.ts';
import { findReviewStep } from '../../domain/review-table.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { placeOfRecord } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** The records that were merged into this one, each to be parted again with all that is about it. */
export function MergedCard({ personId }: { readonly personId: string }) {
  const { vault, words } = useSession();
  const merged = vault.caseload.mergedInto(personId);
  if (merged.length === 0) return null;
  return (
    <Card flat title={words.t('doubles.mergedHere')}>
      <RowList>
        {merged.map((held) => (
          <MergedRow key={held.record.id} held={held} />
        ))}
      </RowList>
    </Card>
  );
}

function MergedRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  const { id, kind, review } = held.record;
  const title = recordTitle(vault, words, held);
  const part = async () => {
    const answer = await vault.saveChange({ type: 'unmerge', recordId: id, kind });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <CardRow
      title={title}
      subtitle={recordSubtitle(words, held)}
      href={placeOfRecord(kind, id)}
      mark={
        findReviewStep(review.state, 'merge', vault.actor.role) === undefined ? undefined : (
          <Button variant="quiet" name={words.t('doubles.partOf', { name: title })} onClick={() => void part()}>
            {words.t('doubles.part')}
          </Button>
        )
      }
    />
  );
}
