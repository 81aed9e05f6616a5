import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { readCardCode } from '../../domain/card-code.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { peopleIcon, plusIcon, scanIcon, searchIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { cardFieldsOf, findCard } from '../card-records.ts';
import { useNewPerson } from '../new-person.ts';
import { peopleIndexOf } from '../people-index.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { useKept } from '../use-kept.ts';
import { findHouseholds, householdsOf } from './find-households.ts';
import { HouseholdList } from './HouseholdList.tsx';

/** More than a screen or two nobody reads: they write one letter more. */
const HITS_MAX = 200;
const ROW_PX = 75;

/** Find a person, or the household of one, as one types; the most recent ones before the first letter. */
export function PeoplePage() {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [text, setText] = useKept('people:search', '');
  const [what, setWhat] = useKept<'people' | 'households'>('people:what', 'people');
  const register = useNewPerson();
  const isSearching = text.trim() !== '';
  const everybody = vault.caseload.ofKind('beneficiary');
  const shown = isSearching ? findPeople(vault, text) : everybody;
  const hasHouseholds = vault.caseload.ofKind('household').length > 0;
  const households = isSearching ? findHouseholds(vault, text, today()) : householdsOf(vault, today());
  const areHouseholds = hasHouseholds && what === 'households';

  if (everybody.length === 0) {
    return (
      <Screen title={t('people.title')}>
        <Card>
          <EmptyState
            icon={peopleIcon}
            title={t('people.none')}
            text={t('people.noneText')}
            action={<NewPersonLink />}
          />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen title={t('people.title')} subtitle={t('people.all', { n: everybody.length })} extras={<NewPersonLink />}>
      <Stack>
        <TextField
          type="search"
          label={t('people.search')}
          hint={t('people.searchHint')}
          value={text}
          onInput={setText}
        />
        <Stack inline>
          {hasHouseholds && (
            <FilterChips
              label={t('people.what')}
              filters={[
                { value: 'people', label: t('people.title'), count: words.formatNumber(shown.length) },
                { value: 'households', label: t('households.list'), count: words.formatNumber(households.length) },
              ]}
              value={what}
              onInput={setWhat}
            />
          )}
          <LinkButton href={PLACES.findByCard} variant="quiet" icon={scanIcon}>
            {t('cards.find')}
          </LinkButton>
        </Stack>
        {isLostCard(vault, text) && (
          <Note tone="stop" title={t('cards.isLost')}>
            {t('cards.isLostText')}
          </Note>
        )}
        <p class="sr-only" role="status">
          {isSearching &&
            (areHouseholds ? t('households.found', { n: households.length }) : t('people.found', { n: shown.length }))}
        </p>
        {areHouseholds ? (
          <HouseholdList households={households} text={isSearching ? text : undefined} />
        ) : shown.length === 0 ? (
          <Card>
            <EmptyState
              icon={searchIcon}
              title={t('people.notFound')}
              text={t('people.notFoundText')}
              action={
                <Button icon={plusIcon} onClick={() => register(text)}>
                  {t('people.newNamed', { name: text.trim() })}
                </Button>
              }
            />
          </Card>
        ) : (
          <Card flat title={isSearching ? t('people.found', { n: shown.length }) : t('people.recent')}>
            <VirtualList
              label={t('people.title')}
              items={shown}
              keyOf={({ record }) => record.id}
              row={(held) => <PersonRow held={held} />}
              estimatePx={ROW_PX}
              restoreKey={`people ${text}`}
            />
          </Card>
        )}
      </Stack>
    </Screen>
  );
}

function findPeople(vault: OpenVault, text: string): CaseRecord[] {
  const card = findTypedCard(vault, text);
  const ids =
    card === undefined
      ? peopleIndexOf(vault)
          .search(text, HITS_MAX)
          .map(({ id }) => id)
      : [survivorIn(vault)(cardFieldsOf(card).beneficiary ?? '')];
  return ids.flatMap((id) => vault.caseload.find(id) ?? []);
}

/** A code that was read out on the telephone finds its person where names are looked for. */
function findTypedCard(vault: OpenVault, text: string): CaseRecord | undefined {
  const code = readCardCode(text);
  return code === undefined ? undefined : findCard(vault, code);
}

function isLostCard(vault: OpenVault, text: string): boolean {
  const card = findTypedCard(vault, text);
  return card !== undefined && cardFieldsOf(card).state === 'LOST';
}

function PersonRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  return (
    <CardRowBody
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      href={PLACES.person(held.record.id)}
      mark={<StateMark {...recordMark(words, vault, held, today())} />}
    />
  );
}

function NewPersonLink() {
  const { t } = useSession().words;
  return (
    <LinkButton href={PLACES.newPerson} icon={plusIcon} variant="ghost">
      {t('people.new')}
    </LinkButton>
  );
}
