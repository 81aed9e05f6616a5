import type { CaseRecord } from '../../device/open-vault.ts';
import type { Beneficiary } from '../../domain/kinds/beneficiary.ts';
import { personName } from '../../domain/person-name.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Columns } from '../../ui/Columns.tsx';
import { plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { AttachmentsCard } from '../attachments-card.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { DoubleHouseholds, InTwoHouseholds } from '../double-households.tsx';
import { householdPlacementsOf } from '../household-records.ts';
import { findCurrentPlacement, isOpenPlacement, placementFieldsOf } from '../housing-path.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES, withPerson } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { AppointmentsCard } from './AppointmentsCard.tsx';
import { CardsCard } from './CardsCard.tsx';
import { EventsCard } from './EventsCard.tsx';
import { FactsCard } from './FactsCard.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { HouseholdCard } from './HouseholdCard.tsx';
import { MaybeContactsCard } from './MaybeContactsCard.tsx';
import { MergedCard } from './MergedCard.tsx';
import { NewPlacementCard } from './NewPlacementCard.tsx';
import { PathwayCard } from './PathwayCard.tsx';

/** Who somebody is, how far along, and what was done (picture 4). */
export function PersonPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held === undefined || held.record.kind !== 'beneficiary') {
    return <NotHere title={t('people.title')} listPlace={PLACES.people} />;
  }
  const about = vault.caseload.about(id);
  const ofHousehold = householdPlacementsOf(vault, id);
  const placement = findCurrentPlacement([
    ...about.filter(({ record }) => record.kind === 'placement'),
    ...ofHousehold,
  ]);
  const isAlive = !held.record.removed && held.record.mergedInto === undefined;
  const hasOpenPlacement = placement !== undefined && isOpenPlacement(placementFieldsOf(placement));
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={subtitleOf(words, held)}
      backTo={PLACES.people}
      banner={
        <>
          <RecordBanners held={held} others={about} />
          <DoubleHouseholds personId={id} />
          <InTwoHouseholds personId={id} />
        </>
      }
    >
      <Columns
        lead={
          isAlive ? (
            <LinkButton big icon={plusIcon} href={withPerson(PLACES.newService, id)}>
              {t('people.newService')}
            </LinkButton>
          ) : undefined
        }
        main={
          <>
            {placement && <PathwayCard placement={placement} />}
            <HistoryCard about={[...about.filter(({ record }) => HISTORY_KINDS.has(record.kind)), ...ofHousehold]} />
            <EventsCard personId={id} />
            {isAlive && <MaybeContactsCard held={held} about={about} />}
          </>
        }
        side={
          <>
            <FactsCard held={held} />
            <HouseholdCard personId={id} isAlive={isAlive} />
            <AppointmentsCard personId={id} about={about} isAlive={isAlive} />
            {isAlive && !hasOpenPlacement && <NewPlacementCard personId={id} />}
            <CardsCard personId={id} mayMake={isAlive} />
            <AttachmentsCard held={held} />
            <CommentsCard held={held} />
            <MergedCard held={held} isAlive={isAlive} />
          </>
        }
      />
    </Screen>
  );
}

/** What the history tells; what else is about a person has a card of its own. */
const HISTORY_KINDS: ReadonlySet<string> = new Set(['service', 'placement']);

/** "uomo · 1994 · Senegal · wolof e francese · soprannome «Ous»" */
function subtitleOf(words: Translator, held: CaseRecord): string {
  const fields = held.record.fields as Partial<Beneficiary>;
  const quoted = (text: string) => words.t('quoted', { text });
  const isCalledSo =
    fields.nickname === undefined || personName(held.record.fields, quoted) === quoted(fields.nickname);
  const parts = [
    recordSubtitle(words, held),
    isCalledSo ? '' : words.t('people.nickname', { name: fields.nickname ?? '' }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
