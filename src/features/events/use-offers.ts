import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { peopleIndexOf } from '../people-index.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { Comer } from './presence-desk.ts';

/** As many as fit under the field with a phone's keyboard open; who is not among them needs one letter more. */
const OFFERED_MAX = 5;

/** Who may be meant by a name: people it finds, and after them somebody unknown by that name. Nobody while a group is typed. */
export type Offers = {
  readonly people: readonly CaseRecord[];
  /** The row that Enter takes: a person only if the name is theirs as it was typed, or an arrow led to them. */
  readonly at: number;
  readonly titleAt: (at: number) => string;
  readonly comerAt: (at: number) => Comer;
  readonly choose: (at: number) => void;
  /** For the field's keys: the arrows choose, around the end too. */
  readonly onArrow: (pressed: KeyboardEvent) => void;
};

export function useOffers(text: string): Offers | undefined {
  const { vault, words } = useSession();
  const [chosen, setChosen] = useState<{ readonly name: string; readonly at: number } | undefined>(undefined);
  const name = text.trim();
  if (name === '' || name.startsWith('+')) return undefined;
  const found = peopleIndexOf(vault)
    .search(name, OFFERED_MAX)
    .flatMap(({ id, isLiteral }) => {
      const held = vault.caseload.find(id);
      return held === undefined ? [] : [{ held, isLiteral }];
    });
  const literal = found.findIndex(({ isLiteral }) => isLiteral);
  // What was chosen was chosen under the name as it was typed then.
  const at = chosen?.name === name ? chosen.at : literal === -1 ? found.length : literal;
  const choose = (row: number) => setChosen({ name, at: row });
  return {
    people: found.map(({ held }) => held),
    at,
    titleAt(row) {
      const held = found[row]?.held;
      return held === undefined ? words.t('events.unknownNamed', { name }) : recordTitle(vault, words, held);
    },
    comerAt(row) {
      const beneficiary = found[row]?.held.record.id;
      return beneficiary === undefined ? { attendee: 'UNKN', count: 1, nickname: name } : { beneficiary };
    },
    choose,
    onArrow(pressed) {
      if (pressed.key !== 'ArrowDown' && pressed.key !== 'ArrowUp') return;
      pressed.preventDefault();
      const rows = found.length + 1;
      choose((at + (pressed.key === 'ArrowDown' ? 1 : -1) + rows) % rows);
    },
  };
}
