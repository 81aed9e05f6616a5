import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import type { Claim } from '../../domain/overfull.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Form } from '../../ui/Form.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { fieldLabel } from '../field-words.ts';
import { placementFieldsOf } from '../housing-path.ts';
import type { OverfullItem } from '../overfull-items.ts';
import { overfullText } from '../overfull-words.ts';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { stayText } from '../stay-words.ts';
import { useDraftText } from '../use-draft-text.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** Too few places for the households of a dwelling: who came when, and the ways on. Each way is an edit of one record. */
export function OverfullPart({ item }: { readonly item: OverfullItem }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { claim, others, why } = item.overfull;
  return (
    <Stack>
      <Note tone="stop" title={overfullText(vault, words, item)}>
        {t(why === 'places' ? 'overfull.intro' : 'overfull.introPeriod')}
      </Note>
      <Card flat title={t('overfull.who')}>
        <RowList>
          {[...others, claim].map((one) => (
            <ClaimRow key={one.id} claim={one} isSecond={one === claim && others.length > 0} />
          ))}
        </RowList>
      </Card>
      <Card title={t('overfull.ways')}>
        <Stack>
          <p>{t('overfull.moveHow')}</p>
          <Stack inline>
            <LinkButton variant="ghost" href={PLACES.editPlacement(claim.id)}>
              {t('overfull.dates')}
            </LinkButton>
            <LinkButton variant="ghost" href={PLACES.editDwelling(item.dwelling.record.id)}>
              {t('overfull.morePlaces')}
            </LinkButton>
          </Stack>
        </Stack>
      </Card>
      <KeepBoth placementId={claim.id} />
    </Stack>
  );
}

function ClaimRow({ claim, isSecond }: { readonly claim: Claim; readonly isSecond: boolean }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const held = vault.caseload.find(claim.id);
  if (held === undefined) return null;
  // Who has left since cannot be moved: there the dates may be wrong, or it was so.
  const isGone = claim.until !== undefined && claim.until <= today();
  const name = recordTitle(vault, words, held);
  return (
    <CardRow
      title={name}
      aside={t('dwellings.people', { n: claim.people })}
      subtitle={[
        stayText(words, placementFieldsOf(held), claim),
        t(isSecond ? 'overfull.second' : 'overfull.writtenBy', { name: writerOf(held) }),
      ].join(' · ')}
      href={PLACES.placement(claim.id)}
      mark={
        isGone ? undefined : (
          <LinkButton variant="ghost" href={PLACES.findHome(claim.id)} name={t('overfull.moveName', { name })}>
            {t('overfull.move')}
          </LinkButton>
        )
      }
    />
  );
}

const writerOf = ({ record }: CaseRecord): string => record.updatedBy.name;

/** Keeps everybody where they are, with the reason that whoever comes next will ask for. */
function KeepBoth({ placementId }: { readonly placementId: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const saved = useSaved();
  const [reason, writeReason, discardReason] = useDraftText(`overfull:${placementId}`);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const [failedTries, setFailedTries] = useState(0);
  const held = vault.caseload.find(placementId);
  if (held === undefined) return null;

  async function keep({ record }: CaseRecord): Promise<void> {
    const to = reason.trim();
    if (to === '') return setFailedTries(failedTries + 1);
    const answer = await vault.saveChange({
      type: 'edit',
      recordId: record.id,
      kind: record.kind,
      seenVersion: record.version,
      fields: { overPlacesReason: { from: record.fields.overPlacesReason ?? null, to } },
    });
    setTrouble(answer.ok ? undefined : refusalToText(words, answer.error));
    if (!answer.ok) return;
    discardReason();
    saved(answer.value);
  }

  return (
    <Card title={t('overfull.keep')}>
      <Form failedTries={failedTries} onSubmit={() => void keep(held)}>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {trouble}
          </Note>
        )}
        <TextArea
          label={fieldLabel(words, 'placement', 'overPlacesReason')}
          hint={t('overfull.reasonHint')}
          error={failedTries > 0 && reason.trim() === '' ? t('overfull.reasonMissing') : undefined}
          rows={2}
          value={reason}
          onInput={writeReason}
          maxLength={NOTE_LENGTH_MAX}
        />
        <Button type="submit" variant="ghost">
          {t('overfull.keepYes')}
        </Button>
      </Form>
    </Card>
  );
}
