import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { ATTENDANCE_COUNT_MAX } from '../../domain/kinds/attendance.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { personOfPresence } from '../event-records.ts';
import { nameOfPerson } from '../record-words.ts';
import { useSession } from '../session.ts';
import { OfferedRows } from './OfferedRows.tsx';
import { type Comer, findGroup, isGroupUnreadable, isPresent } from './presence-desk.ts';
import { useOffers } from './use-offers.ts';

type PersonFinderProps = {
  readonly presences: readonly CaseRecord[];
  readonly shift: string | undefined;
  readonly onComer: (comer: Comer) => void;
};

/** Typing finds, Enter adds who is marked; the field is empty again and keeps the focus, so that twenty names go in one breath. */
export function PersonFinder({ presences, shift, onComer }: PersonFinderProps) {
  const { vault, words, say } = useSession();
  const { t } = words;
  const [text, setText] = useState('');
  const offers = useOffers(text);
  const group = findGroup(text);
  const added = group === undefined ? offers?.titleAt(offers.at) : t('events.copy.group', { n: group });

  const take = (comer: Comer) => {
    setText('');
    if ('beneficiary' in comer && isPresent(presences, comer.beneficiary, shift, personOfPresence(vault))) {
      say({ text: t('events.already', { name: nameOfPerson(vault, words, comer.beneficiary) }) });
    } else onComer(comer);
  };
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    if (group !== undefined) take({ attendee: 'UNKN', count: group });
    else if (offers !== undefined) take(offers.comerAt(offers.at));
  };

  return (
    <form
      class="form"
      onSubmit={enter}
      // On a row the arrows do nothing: there Enter takes the row.
      onKeyDown={(pressed) => pressed.target instanceof HTMLInputElement && offers?.onArrow(pressed)}
      autoComplete="off"
      noValidate
    >
      <TextField
        type="search"
        label={t('events.search')}
        hint={t('events.searchHint')}
        error={isGroupUnreadable(text) ? t('events.groupUnreadable', { max: ATTENDANCE_COUNT_MAX }) : undefined}
        value={text}
        onInput={setText}
        maxLength={SHORT_TEXT_LENGTH_MAX}
      />
      <p class={added === undefined ? 'sr-only' : 'soft'} role="status">
        {added !== undefined && t('events.enterAdds', { name: added })}
      </p>
      {offers && (
        <Card flat>
          <OfferedRows
            offers={offers}
            presences={presences}
            shift={shift}
            onSelect={(at) => take(offers.comerAt(at))}
          />
        </Card>
      )}
    </form>
  );
}
