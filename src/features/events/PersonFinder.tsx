import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { personOfPresence } from '../event-records.ts';
import { peopleIndexOf } from '../people-index.ts';
import { nameOfPerson, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { type Comer, findGroup, isPresent } from './presence-desk.ts';

/** As many as fit under the field with a phone's keyboard open; who is not among them needs one letter more. */
const OFFERED_MAX = 5;

type PersonFinderProps = {
  readonly presences: readonly CaseRecord[];
  readonly shift: string | undefined;
  readonly onComer: (comer: Comer) => void;
};

/** Typing finds, Enter adds the first; the field is empty again and keeps the focus, so that twenty names go in one breath. */
export function PersonFinder({ presences, shift, onComer }: PersonFinderProps) {
  const { vault, words, say } = useSession();
  const { t } = words;
  const [text, setText] = useState('');
  const personOf = personOfPresence(vault);
  const group = findGroup(text);
  const isSearching = text.trim() !== '' && !text.trim().startsWith('+');
  const found = isSearching
    ? peopleIndexOf(vault)
        .search(text, OFFERED_MAX)
        .flatMap(({ id }) => vault.caseload.find(id) ?? [])
    : [];

  const choose = (beneficiary: string) => {
    setText('');
    if (isPresent(presences, beneficiary, shift, personOf)) {
      say({ text: t('events.already', { name: nameOfPerson(vault, words, beneficiary) }) });
      return;
    }
    onComer({ beneficiary });
  };
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    const [first] = found;
    if (group !== undefined) {
      setText('');
      onComer({ attendee: 'UNKN', count: group });
    } else if (first !== undefined) choose(first.record.id);
  };

  return (
    <form class="form" onSubmit={enter} autoComplete="off" noValidate>
      <TextField
        type="search"
        label={t('events.search')}
        hint={t('events.searchHint')}
        value={text}
        onInput={setText}
      />
      <p class={isSearching && found.length === 0 ? 'soft' : 'sr-only'} role="status">
        {isSearching && found.length === 0 ? t('events.nobody') : ''}
      </p>
      {found.length > 0 && (
        <Card flat>
          <RowList label={t('events.found')}>
            {found.map((held) => (
              <CardRow
                key={held.record.id}
                title={recordTitle(vault, words, held)}
                subtitle={recordSubtitle(words, held)}
                mark={
                  isPresent(presences, held.record.id, shift, personOf) ? (
                    <StateMark tone="ok" label={t('events.present')} />
                  ) : undefined
                }
                onSelect={() => choose(held.record.id)}
              />
            ))}
          </RowList>
        </Card>
      )}
    </form>
  );
}
