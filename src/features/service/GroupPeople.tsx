import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { SAVED_TOGETHER_MAX } from '../../device/save-changes.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FieldWords } from '../../ui/Field.tsx';
import { refreshIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TickRow } from '../../ui/TickRow.tsx';
import { bindField } from '../field-values.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { groupSizeOf, peopleOf, unnamedOf } from './group-changes.ts';
import { findLastGroup, findPeople, recentPeople } from './known-people.ts';

const FOUND_SHOWN_MAX = 12;
/** A desk's usual company, and a group of eight with room for who is new. */
const RECENT_SHOWN_MAX = 10;

/** Who was there: ticked among the ones met last or found by name, and how many more without a name. */
type GroupPeopleProps = {
  readonly form: RecordForm;
  /** Who belongs to the household it is for: they stand here instead of the ones met last. */
  readonly members?: readonly string[];
};

export function GroupPeople({ form, members = [] }: GroupPeopleProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const [query, setQuery] = useState('');
  // Read once: rows that change places under a finger would be ticked wrong.
  const [{ recent, lastGroup }] = useState(() => ({
    recent: members.length > 0 ? members : recentPeople(vault, RECENT_SHOWN_MAX).map(({ record }) => record.id),
    lastGroup: findLastGroup(vault),
  }));
  const chosen = peopleOf(form.values);
  const size = groupSizeOf(form.values);
  const isFull = size >= SAVED_TOGETHER_MAX;
  const isSearching = query.trim() !== '';
  const present = (id: string): readonly CaseRecord[] => {
    const held = vault.caseload.find(id);
    return held === undefined ? [] : [held];
  };
  const shown = isSearching
    ? findPeople(vault, query, FOUND_SHOWN_MAX)
    : [...new Set<string>([...recent, ...chosen])].flatMap(present);
  const { error } = bindField(words, form, 'service', 'beneficiary');

  const check = (id: string, isOn: boolean) =>
    form.set('people', isOn ? [...chosen, id] : chosen.filter((other) => other !== id));

  return (
    <>
      {lastGroup !== undefined && size === 0 && members.length === 0 && (
        <Button
          variant="ghost"
          wide
          icon={refreshIcon}
          onClick={() => form.setMany({ people: [...lastGroup.people], unnamed: lastGroup.unnamed })}
        >
          {t('service.sameGroup', { n: lastGroup.people.length + lastGroup.unnamed })}
        </Button>
      )}
      <div class={error === undefined ? 'field' : 'field field-wrong'}>
        <TextField label={t('service.search')} type="search" value={query} onInput={setQuery} />
        <Card
          flat
          title={
            isSearching
              ? t('service.found', { n: shown.length })
              : t(members.length > 0 ? 'households.now' : 'service.recentPeople')
          }
          aside={<span role="status">{t('service.chosen', { n: chosen.length })}</span>}
        >
          <RowList>
            {shown.map((held) => {
              const { id } = held.record;
              const isOn = chosen.includes(id);
              return (
                <TickRow
                  key={id}
                  title={recordTitle(vault, words, held)}
                  subtitle={recordSubtitle(words, held)}
                  checked={isOn}
                  disabled={isFull && !isOn}
                  onCheck={(isNowOn) => check(id, isNowOn)}
                />
              );
            })}
          </RowList>
        </Card>
        <FieldWords id="group-people" error={error} />
      </div>
      <Stepper
        label={t('service.unnamed')}
        hint={t('service.unnamedHint')}
        min={0}
        max={SAVED_TOGETHER_MAX - chosen.length}
        value={unnamedOf(form.values)}
        lessLabel={t('service.onePersonLess')}
        moreLabel={t('service.onePersonMore')}
        onInput={(count) => form.set('unnamed', count ?? 0)}
      />
    </>
  );
}
