import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { KINDS } from '../../domain/kinds.ts';
import { type MergeRow, type MergeSide, mergeEdits, mergeRows } from '../../domain/merge-fields.ts';
import { findReviewStep } from '../../domain/review-table.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon, refreshIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { marksOf } from '../different-people.ts';
import { PLACES } from '../places.ts';
import { Authorship } from '../record-standing.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { MergeChoice } from './MergeChoice.tsx';
import { type MergePair, useMerge } from './use-merge.ts';

/** Both records side by side, then what differs: one choice a field, the likelier one already made. */
export function MergeForm({ kept, other }: MergePair) {
  const { vault, words, go } = useSession();
  const { t } = words;
  const merge = useMerge();
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeSide | undefined>>>({});
  const [isSaving, setIsSaving] = useState(false);
  // What is closed with its period keeps its values, and can still take the other one in.
  const mayEdit = findReviewStep(kept.record.review.state, 'edit', vault.actor.role) !== undefined;
  const two = { kept: kept.record.fields, other: other.record.fields };
  const rows = mayEdit ? mergeRows(Object.keys(KINDS.get('beneficiary')?.classes ?? {}), two) : [];

  const [mark] = marksOf(vault, kept.record.id, other.record.id);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isSaving) return;
    setIsSaving(true);
    const isMerged = await merge({ kept, other }, mergeEdits(rows, chosen, two));
    setIsSaving(false);
    if (isMerged) go(PLACES.person(kept.record.id), { replace: true });
  };
  const swap = () => go(PLACES.merge(other.record.id, kept.record.id), { replace: true });

  return (
    <form onSubmit={submit} noValidate>
      <div class="pair">
        <Side held={kept} eyebrow={t('doubles.stays')} marked />
        <Side held={other} eyebrow={t('doubles.goes')} />
      </div>
      <Stack inline>
        <Button variant="quiet" icon={refreshIcon} onClick={swap}>
          {t('doubles.swap')}
        </Button>
      </Stack>
      {mark !== undefined && <Note tone="wait">{t('doubles.markedNote', { name: mark.record.createdBy.name })}</Note>}
      <Note tone="off">{t('doubles.what')}</Note>
      {other.record.conflicts.length > 0 && (
        <Note tone="wait" action={<LinkButton href={PLACES.attentionTo(other.record.id)}>{t('verb.mend')}</LinkButton>}>
          {t('doubles.disputed')}
        </Note>
      )}
      {!mayEdit && <Note tone="wait">{t('doubles.keptClosed')}</Note>}
      {rows.length > 0 ? (
        <Card title={t('doubles.fields')} aside={t('doubles.differ', { n: rows.length })}>
          <Stack>
            {rows.map((row: MergeRow) => (
              <MergeChoice
                key={row.name}
                row={row}
                kept={kept}
                other={other}
                side={chosen[row.name] ?? row.start}
                onChoose={(side) => setChosen({ ...chosen, [row.name]: side })}
              />
            ))}
          </Stack>
        </Card>
      ) : (
        mayEdit && <p>{t('doubles.nothingDiffers')}</p>
      )}
      <ActionBar>
        <Button type="submit" big icon={checkIcon} busy={isSaving}>
          {t('doubles.merge')}
        </Button>
      </ActionBar>
    </form>
  );
}

function Side({
  held,
  eyebrow,
  marked,
}: {
  readonly held: CaseRecord;
  readonly eyebrow: string;
  readonly marked?: boolean;
}) {
  const { vault, words } = useSession();
  const count = vault.caseload.about(held.record.id).length;
  return (
    <Card eyebrow={eyebrow} marked={marked}>
      <p class="value">
        <bdi>{recordTitle(vault, words, held)}</bdi>
      </p>
      <p>{recordSubtitle(words, held)}</p>
      <p>{words.t('doubles.about', { n: count })}</p>
      <Authorship held={held} />
    </Card>
  );
}
