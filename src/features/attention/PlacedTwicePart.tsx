import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { conflictText } from '../conflict-words.ts';
import { placementFieldsOf } from '../housing-path.ts';
import { periodText } from '../period-words.ts';
import type { PlacedTwiceItem } from '../placed-twice-items.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { KeepReason } from './KeepReason.tsx';

/** Somebody in two placements at one time: which ones, and the ways on. Each way is an edit of one record. */
export function PlacedTwicePart({ item }: { readonly item: PlacedTwiceItem }) {
  const { vault, words } = useSession();
  const { t } = words;
  const placementIds = [...item.others.map(({ placementId }) => placementId), item.recordId];
  const households = placementIds.flatMap((id) => {
    const held = vault.caseload.find(id);
    return (held && placementFieldsOf(held).householdId) ?? [];
  });
  return (
    <Stack>
      <Note tone="stop" title={conflictText(vault, words, item)}>
        {t('placedTwice.intro')}
      </Note>
      <Card flat title={t('placedTwice.which')}>
        <RowList>
          {placementIds.map((id) => (
            <PlacementRow key={id} id={id} isSecond={id === item.recordId} />
          ))}
        </RowList>
      </Card>
      <Card title={t('overfull.ways')}>
        <Stack>
          <p>{t('placedTwice.endHow')}</p>
          {households.length > 0 && (
            <>
              <p>{t('placedTwice.leaveHow')}</p>
              <Stack inline>
                {[...new Set(households)].map((household) => (
                  <LinkButton key={household} variant="ghost" href={PLACES.household(household)}>
                    {nameOfPerson(vault, words, household)}
                  </LinkButton>
                ))}
              </Stack>
            </>
          )}
        </Stack>
      </Card>
      <KeepReason
        placementId={item.recordId}
        field="overlapReason"
        decision={t('placedTwice.keep')}
        hint={t('placedTwice.reasonHint')}
        missing={t('placedTwice.reasonMissing')}
      />
    </Stack>
  );
}

function PlacementRow({ id, isSecond }: { readonly id: string; readonly isSecond: boolean }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held === undefined) return null;
  const fields = placementFieldsOf(held);
  const name =
    fields.householdId === undefined ? recordTitle(vault, words, held) : nameOfPerson(vault, words, fields.householdId);
  const writer = { name: held.record.updatedBy.name };
  return (
    <CardRow
      title={name}
      aside={fields.stage && words.list('stage', fields.stage)}
      subtitle={[periodText(words, fields), t(isSecond ? 'placedTwice.second' : 'overfull.writtenBy', writer)]
        .filter((part) => part !== undefined)
        .join(' · ')}
      href={PLACES.placement(id)}
      mark={
        <LinkButton variant="ghost" href={PLACES.editPlacement(id)} name={t('placedTwice.correctName', { name })}>
          {t('verb.correct')}
        </LinkButton>
      }
    />
  );
}
