import type { CaseRecord } from '../../device/open-vault.ts';
import { findReviewStep } from '../../domain/review-table.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { mergeIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { PLACES, placeOfRecord } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** The records that were merged into this one, each to be parted again with all that is about it; for who may, the way to merge one more. */
export function MergedCard({ held, isAlive }: { readonly held: CaseRecord; readonly isAlive: boolean }) {
  const { vault, words } = useSession();
  const { id, review } = held.record;
  const merged = vault.caseload.mergedInto(id);
  const mayMerge = isAlive && findReviewStep(review.state, 'merge', vault.actor.role) !== undefined;
  if (merged.length === 0 && !mayMerge) return null;
  return (
    <Card
      flat
      title={words.t('doubles.mergedHere')}
      aside={merged.length === 0 ? words.t('doubles.noneMerged') : undefined}
    >
      {merged.length > 0 && (
        <RowList>
          {merged.map((one) => (
            <MergedRow key={one.record.id} held={one} />
          ))}
        </RowList>
      )}
      {mayMerge && (
        <CardFooter>
          <LinkButton variant="quiet" icon={mergeIcon} href={PLACES.mergePerson(id)}>
            {words.t('doubles.mergeWith')}
          </LinkButton>
        </CardFooter>
      )}
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
          <Button variant="quiet" name={words.t('doubles.partOf', { name: title })} onClick={() => part()}>
            {words.t('doubles.part')}
          </Button>
        )
      }
    />
  );
}
