import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { personIcon, searchIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { findPeople, recentPeople } from './known-people.ts';

const FOUND_SHOWN_MAX = 20;
const RECENT_SHOWN_MAX = 8;

type PersonPickerProps = {
  readonly onPick: (personId: string) => void;
  /** What is already known of the name. */
  readonly initialQuery?: string;
  /** Ways on for who is not registered, with the words that were searched for. */
  readonly children?: (searched: string) => ComponentChildren;
};

/** A known person by name in any spelling; before a letter is typed, the ones met last. */
export function PersonPicker({ onPick, initialQuery = '', children }: PersonPickerProps) {
  const { vault, words } = useSession();
  const [query, setQuery] = useState(initialQuery);
  const isSearching = query.trim() !== '';
  const people = isSearching ? findPeople(vault, query, FOUND_SHOWN_MAX) : recentPeople(vault, RECENT_SHOWN_MAX);
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
      {children?.(query === initialQuery ? '' : query)}
    </>
  );
}
