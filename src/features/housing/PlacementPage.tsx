import type { CaseRecord } from '../../device/open-vault.ts';
import type { Placement } from '../../domain/kinds/placement.ts';
import { findEthosSituation, type LivingSituation } from '../../domain/lists/living-situations.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon, personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { AttachmentsCard } from '../attachments-card.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { HomeLinks } from '../home-links.tsx';
import { HouseholdLink } from '../household-link.tsx';
import { nextStage, placementFieldsOf, stageOf } from '../housing-path.ts';
import { HousingStations, useStayText } from '../housing-stations.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES, withStep } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { nameOfPerson, recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { TimelineCard } from '../timeline-card.tsx';
import { MoneyCard } from './MoneyCard.tsx';
import { MonthsCard } from './MonthsCard.tsx';
import { NowCard } from './NowCard.tsx';

/** One placement: how far along, what is known, what was said about it. */
export function PlacementPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held === undefined || held.record.kind !== 'placement') {
    return <NotHere title={t('housing.title')} listPlace={PLACES.housing} />;
  }
  return (
    <Screen
      title={t('housing.pageTitle', { name: recordTitle(vault, words, held) })}
      subtitle={recordSubtitle(words, held)}
      backTo={PLACES.housing}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <PlacementView held={held} />
    </Screen>
  );
}

function PlacementView({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const mayEdit = useMayEdit(held);
  const fields = placementFieldsOf(held);
  const { id } = held.record;
  const next = nextStage(stageOf(fields));
  /** The home comes before the step: there is none to move into yet. */
  const isSearching = stageOf(fields) === 'RICE' && fields.dwellingId === undefined;
  return (
    <Columns
      lead={
        next !== undefined && mayEdit ? (
          <Stack>
            {isSearching && <HomeLinks held={held} />}
            <LinkButton big href={withStep(PLACES.editPlacement(id), next)}>
              {t('housing.nextIs', { stage: words.list('stage', next) })}
            </LinkButton>
          </Stack>
        ) : undefined
      }
      main={
        <>
          <Card title={t('people.housing')} aside={useStayText(fields)} asideAtEnd>
            <HousingStations fields={fields} />
          </Card>
          <NowCard placement={held} />
          <Card
            title={t('housing.facts')}
            aside={<StateMark {...recordMark(words, vault, held, today())} />}
            asideAtEnd
          >
            <FactList facts={factsOf(words, fields, (one) => nameOfPerson(vault, words, one))} />
          </Card>
          <MoneyCard placement={held} />
          <MonthsCard placement={held} />
          <TimelineCard placements={[held]} />
        </>
      }
      side={
        <>
          <Card title={t('people.record')}>
            {fields.restrictedNote !== undefined && (
              <FactList
                facts={[
                  {
                    label: fieldLabel(words, 'placement', 'restrictedNote'),
                    value: <RestrictedValue held={held} field="restrictedNote" />,
                  },
                ]}
              />
            )}
            <Authorship held={held} />
            {fields.beneficiary !== undefined && (
              <LinkButton
                href={PLACES.person(survivorIn(vault)(fields.beneficiary))}
                variant="quiet"
                wide
                icon={personIcon}
              >
                {t('housing.openPerson')}
              </LinkButton>
            )}
            {!isSearching && <HomeLinks held={held} />}
            <HouseholdLink held={held} />
            {mayEdit && (
              <LinkButton href={PLACES.editPlacement(id)} variant="quiet" wide icon={editIcon}>
                {t('housing.correct')}
              </LinkButton>
            )}
            <RemoveButton held={held} fallback={PLACES.housing} />
          </Card>
          <AttachmentsCard held={held} />
          <CommentsCard held={held} />
        </>
      }
    />
  );
}

/** In the order of the pathway; what nobody wrote is left out. */
const FACTS = [
  'householdId',
  'measures',
  'stageReason',
  'referralDate',
  'agreementDate',
  'entryDate',
  'expectedExitDate',
  'dwellingId',
  'dwellingFromDate',
  'address',
  'dwelling',
  'overPlacesReason',
  'overlapReason',
  'householdSize',
  'situationAtEntry',
  'rentCents',
  'contributionCents',
  'exitDate',
  'exitOutcome',
  'situationAtExit',
] as const satisfies readonly (keyof Placement)[];

function factsOf(
  words: Translator,
  fields: Partial<Placement>,
  nameOf: (id: string) => string,
): { label: string; value: string }[] {
  return FACTS.flatMap((field) => {
    const value =
      field === 'situationAtEntry' || field === 'situationAtExit'
        ? situationText(words, fields[field])
        : fieldValueToText(words, 'placement', field, fields[field], nameOf);
    return value === undefined ? [] : [{ label: fieldLabel(words, 'placement', field), value }];
  });
}

function situationText(words: Translator, situation: LivingSituation | undefined): string | undefined {
  if (situation === undefined) return undefined;
  const label = words.list('livingSituation', situation);
  const ethos = findEthosSituation(situation);
  return ethos === undefined ? label : words.t('housing.ethos', { label, code: ethos.ethosCode });
}
