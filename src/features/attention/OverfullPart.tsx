import type { CaseRecord } from '../../device/open-vault.ts';
import type { Claim } from '../../domain/overfull.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { conflictText } from '../conflict-words.ts';
import { placementFieldsOf } from '../housing-path.ts';
import type { OverfullItem } from '../overfull-items.ts';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { stayText } from '../stay-words.ts';
import { KeepReason } from './KeepReason.tsx';

/** Too few places for the households of a dwelling: who came when, and the ways on. Each way is an edit of one record. */
export function OverfullPart({ item }: { readonly item: OverfullItem }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { claim, others, why } = item.overfull;
  return (
    <Stack>
      <Note tone="stop" title={conflictText(vault, words, item)}>
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
      <KeepReason
        placementId={claim.id}
        field="overPlacesReason"
        decision={t('overfull.keep')}
        hint={t('overfull.reasonHint')}
        missing={t('overfull.reasonMissing')}
      />
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
