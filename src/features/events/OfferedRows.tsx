import type { CaseRecord } from '../../device/open-vault.ts';
import { CardRow } from '../../ui/CardRow.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { personOfPresence } from '../event-records.ts';
import { recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { isPresent } from './presence-desk.ts';
import type { Offers } from './use-offers.ts';

type OfferedRowsProps = {
  readonly offers: Offers;
  readonly presences: readonly CaseRecord[];
  readonly shift: string | undefined;
  readonly inset?: boolean;
  readonly onSelect: (at: number) => void;
};

/** The people a name finds, and last somebody unknown: whoever is like the name is not always who came. */
export function OfferedRows({ offers, presences, shift, inset, onSelect }: OfferedRowsProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const { people, at } = offers;
  const thisOne = <StateMark tone="send" icon={checkIcon} label={t('events.thisOne')} />;
  return (
    <RowList label={t('events.found')} inset={inset}>
      {people.map((held, row) => (
        <CardRow
          key={held.record.id}
          title={offers.titleAt(row)}
          subtitle={recordSubtitle(words, held)}
          mark={
            isPresent(presences, held.record.id, shift, personOfPresence(vault)) ? (
              <StateMark tone="ok" label={t('events.present')} />
            ) : row === at ? (
              thisOne
            ) : undefined
          }
          onSelect={() => onSelect(row)}
        />
      ))}
      <CardRow
        plain
        title={offers.titleAt(people.length)}
        mark={at === people.length ? thisOne : undefined}
        onSelect={() => onSelect(people.length)}
      />
    </RowList>
  );
}
