import type { CaseRecord } from '../../device/open-vault.ts';
import { occupancyOn } from '../../domain/occupancy.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { editIcon, personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { dwellingFieldsOf, placementsByDwelling, staysIn } from '../dwelling-records.ts';
import { RecordFacts } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { RemoveButton, useMayEdit } from '../record-standing.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { FreeMark } from './FreeMark.tsx';
import { MonthsCard } from './MonthsCard.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';

/** One dwelling: who is in it, what is free today and in the months to come. */
export function DwellingPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'dwelling') {
    return <NotHere title={words.t('dwellings.title')} listPlace={PLACES.dwellings} />;
  }
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      backTo={PLACES.dwellings}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <DwellingView held={held} />
    </Screen>
  );
}

function DwellingView({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const fields = dwellingFieldsOf(held);
  const stays = staysIn(vault, held, placementsByDwelling(vault), today());
  const occupancy = occupancyOn(fields, stays, today());
  const isNeeded = stays.some(({ until }) => until === undefined || until > today());
  return (
    <Columns
      main={
        <>
          <Card title={t('dwellings.today')} aside={<FreeMark dwelling={held} occupancy={occupancy} />} asideAtEnd>
            <FigureRow
              figures={(['places', 'taken', 'free'] as const).map((part) => ({
                label: t(`dwellings.${part}`),
                value: words.formatNumber(occupancy[part]),
              }))}
            />
          </Card>
          <WhoIsHere stays={stays} />
          <MonthsCard fields={fields} stays={stays} />
        </>
      }
      side={
        <>
          <RecordFacts held={held} />
          <DwellingWays held={held} />
          {/* Who lives there would live in a home that nobody sees. */}
          <RemoveButton
            held={held}
            fallback={PLACES.dwellings}
            keptBecause={isNeeded ? t('dwellings.notRemoved') : undefined}
          />
          <CommentsCard held={held} />
        </>
      }
    />
  );
}

function DwellingWays({ held }: { readonly held: CaseRecord }) {
  const { words } = useSession();
  const mayEdit = useMayEdit(held);
  const { landlord } = dwellingFieldsOf(held);
  return (
    <>
      {landlord !== undefined && (
        <LinkButton href={PLACES.landlord(landlord)} variant="quiet" wide icon={personIcon}>
          {words.t('dwellings.openLandlord')}
        </LinkButton>
      )}
      {mayEdit && (
        <LinkButton href={PLACES.editDwelling(held.record.id)} variant="quiet" wide icon={editIcon}>
          {words.t('dwellings.correct')}
        </LinkButton>
      )}
    </>
  );
}
