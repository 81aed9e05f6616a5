import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { HOUSEHOLD_SIZE_MAX } from '../../domain/kinds/placement.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { searchIcon } from '../../ui/icons.ts';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findDwelling } from '../dwelling-records.ts';
import { textToValue } from '../field-values.ts';
import { fieldLabel } from '../field-words.ts';
import { placementFieldsOf } from '../housing-path.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { type HomeWishes, homesFor, isForTooMany, needOf, takeHome, wishesOf } from './home-search.ts';
import { MatchCard } from './MatchCard.tsx';

/** As many as one compares; who wants another asks more exactly. */
const SHOWN_MAX = 8;

/** "Trova alloggio": what is free for this household, the best first, with the reasons; one tap takes it. */
export function FindHomePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  const mayEdit = useMayEdit(held);
  if (held?.record.kind !== 'placement' || !mayEdit) {
    return <NotHere title={words.t('findHome.title')} listPlace={PLACES.housing} />;
  }
  return <FindHome placement={held} />;
}

function FindHome({ placement }: { readonly placement: CaseRecord }) {
  const { vault, words, today, back } = useSession();
  const { t } = words;
  const { id } = placement.record;
  const [wishes, setWishes] = useKept<HomeWishes>(`find-home ${id}`, wishesOf(vault, placement, today()));
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const saved = useSaved();
  const need = needOf(placement, wishes, today());
  const matches = homesFor(vault, placement, need, today());

  const noneText = () =>
    isForTooMany(vault, placement, need, today())
      ? t('findHome.noneForSoMany', { n: need.people })
      : t('findHome.noneText');

  const before = findDwelling(vault, placementFieldsOf(placement).dwellingId);

  async function take(dwelling: CaseRecord, freeFrom: string): Promise<void> {
    const answer = await vault.saveChange(
      takeHome(placement, { from: before, to: dwelling }, need, freeFrom, wishesOf(vault, placement, today()).people),
    );
    if (!answer.ok) return setTrouble(refusalToText(words, answer.error));
    saved(answer.value);
    back(PLACES.placement(id));
  }

  return (
    <Screen
      task
      title={t('findHome.title')}
      subtitle={recordTitle(vault, words, placement)}
      backTo={PLACES.placement(id)}
    >
      <Stack>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {trouble}
          </Note>
        )}
        <Wishes wishes={wishes} onInput={setWishes} />
        <p class="soft" role="status">
          {t('findHome.found', { n: matches.length, date: words.formatDate(need.from) })}
        </p>
        {matches.length === 0 && (
          <Card>
            <EmptyState icon={searchIcon} title={t('findHome.none')} text={noneText()} />
          </Card>
        )}
        {matches.slice(0, SHOWN_MAX).map((match) => {
          const dwelling = findDwelling(vault, match.id);
          return dwelling && <MatchCard key={match.id} dwelling={dwelling} match={match} onTake={take} />;
        })}
      </Stack>
    </Screen>
  );
}

type WishesProps = { readonly wishes: HomeWishes; readonly onInput: (wishes: HomeWishes) => void };

function Wishes({ wishes, onInput }: WishesProps) {
  const { words } = useSession();
  const { t } = words;
  const label = (field: string) => fieldLabel(words, 'placement', field);
  return (
    <Card title={t('findHome.wishes')}>
      <Stack>
        <Stepper
          label={label('householdSize')}
          value={wishes.people}
          onInput={(people) => people !== undefined && onInput({ ...wishes, people })}
          min={1}
          max={HOUSEHOLD_SIZE_MAX}
          lessLabel={t('housing.householdLess')}
          moreLabel={t('housing.householdMore')}
        />
        <MoneyField
          label={label('rentMaxCents')}
          value={wishes.rentMaxCents}
          onInput={(rentMaxCents) => onInput({ ...wishes, rentMaxCents })}
          locale={words.locale}
          unreadable={t('record.moneyUnreadable')}
        />
        <TextField
          label={label('areaWish')}
          value={wishes.area ?? ''}
          onInput={(text) => onInput({ ...wishes, area: textToValue(text) })}
          maxLength={SHORT_TEXT_LENGTH_MAX}
        />
        <Checkbox
          label={t('findHome.stepFree')}
          hint={t('findHome.stepFreeHint')}
          value={wishes.isStepFree}
          onInput={(isStepFree) => onInput({ ...wishes, isStepFree })}
        />
      </Stack>
    </Card>
  );
}
