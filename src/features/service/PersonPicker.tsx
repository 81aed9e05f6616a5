import { useState } from 'preact/hooks';
import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { contactIcon, peopleIcon, personIcon, searchIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ownServices, serviceFieldsOf } from '../own-services.ts';
import { peopleIndexOf } from '../people-index.ts';
import { newPersonForService, PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';

const FOUND_SHOWN_MAX = 20;
const RECENT_SHOWN_MAX = 8;

type PersonPickerProps = {
  readonly onPick: (personId: string) => void;
  /** Ways on for who is not registered; left out where the contact is already being written. */
  readonly offersOthers?: boolean;
  /** What is already known of the name. */
  readonly initialQuery?: string;
};

/** A known person by name in any spelling; before a letter is typed, the ones met last. */
export function PersonPicker({ onPick, offersOthers, initialQuery = '' }: PersonPickerProps) {
  const { vault, words, go } = useSession();
  const [query, setQuery] = useState(initialQuery);
  const isSearching = query.trim() !== '';
  const people = isSearching ? findPeople(vault, query) : recentPeople(vault);
  const title = isSearching ? words.t('service.found', { n: people.length }) : words.t('service.recentPeople');
  return (
    <>
      <TextField label={words.t('service.search')} type="search" value={query} onInput={setQuery} />
      <Card flat title={<span role="status">{title}</span>}>
        {people.length > 0 ? (
          <RowList>
            {people.map((held) => (
              <CardRow
                key={held.record.id}
                icon={personIcon}
                title={recordTitle(vault, words, held)}
                subtitle={recordSubtitle(words, held)}
                onSelect={() => onPick(held.record.id)}
              />
            ))}
          </RowList>
        ) : (
          <EmptyState
            icon={searchIcon}
            title={words.t(isSearching ? 'service.notFound' : 'service.noPeopleYet')}
            text={words.t(isSearching ? 'service.notFoundHow' : 'service.noPeopleHow')}
          />
        )}
      </Card>
      {offersOthers && (
        <Card flat>
          <RowList label={words.t('service.notRegistered')}>
            <CardRow
              icon={contactIcon}
              title={words.t('service.notRegistered')}
              subtitle={words.t('service.notRegisteredHint')}
              onSelect={() => go(PLACES.contact, { replace: true })}
            />
            <CardRow
              icon={peopleIcon}
              title={words.t('service.newPerson')}
              subtitle={words.t('service.newPersonHint')}
              onSelect={() => go(newPersonForService, { replace: true })}
            />
          </RowList>
        </Card>
      )}
    </>
  );
}

const findPeople = (vault: OpenVault, query: string): CaseRecord[] =>
  peopleIndexOf(vault)
    .search(query, FOUND_SHOWN_MAX)
    .flatMap(({ id }) => vault.caseload.find(id) ?? []);

/** First whom one gave services to, then who was registered or changed last. */
function recentPeople(vault: OpenVault): CaseRecord[] {
  const served = ownServices(vault).flatMap((held) => serviceFieldsOf(held).beneficiary ?? []);
  const latest = vault.caseload.ofKind('beneficiary').map(({ record }) => record.id);
  const present = (id: string): CaseRecord[] => {
    const held = vault.caseload.find(id);
    return held === undefined || held.record.removed || held.record.mergedInto !== undefined ? [] : [held];
  };
  return [...new Set([...served.map(survivorIn(vault)), ...latest])].flatMap(present).slice(0, RECENT_SHOWN_MAX);
}
