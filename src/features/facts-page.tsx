import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '../device/open-vault.ts';
import { KINDS } from '../domain/kinds.ts';
import { Card } from '../ui/Card.tsx';
import { Columns } from '../ui/Columns.tsx';
import { FactList } from '../ui/FactList.tsx';
import { editIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { fieldLabel, fieldValueToText } from './field-words.ts';
import { placeToMend } from './places.ts';
import { RecordBanners } from './record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from './record-standing.tsx';
import { nameOfPerson, recordMark, recordTitle } from './record-words.ts';
import { Screen } from './screen.tsx';
import { useSession } from './session.ts';

type FactsPageProps = {
  readonly held: CaseRecord;
  readonly backTo: string;
  /** Nothing in it can be corrected. */
  readonly isFixed?: boolean;
  /** Why it cannot be deleted now. */
  readonly keptBecause?: string | undefined;
  /** Below the facts. */
  readonly children?: ComponentChildren;
  /** Above the buttons at the side, such as the way to what the record is about. */
  readonly side?: ComponentChildren;
};

/** The page of a record whose fields are all there is to say: each with its label, then who wrote it and how it stands. */
export function FactsPage({ held, backTo, isFixed = false, keptBecause, children, side }: FactsPageProps) {
  const { vault, words } = useSession();
  const mayEdit = useMayEdit(held);
  const { id, kind } = held.record;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={words.findMessage(`kind.${kind}`)}
      backTo={backTo}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <Columns
        main={
          <>
            <RecordFacts held={held} />
            {children}
          </>
        }
        side={
          <>
            {side}
            {mayEdit && !isFixed && (
              <LinkButton href={placeToMend(kind, id)} variant="quiet" wide icon={editIcon}>
                {words.t('verb.correct')}
              </LinkButton>
            )}
            <RemoveButton held={held} fallback={backTo} keptBecause={keptBecause} />
          </>
        }
      />
    </Screen>
  );
}

type RecordFactsProps = {
  readonly held: CaseRecord;
  /** What can be done about the record as a whole. */
  readonly children?: ComponentChildren;
};

/** The fields of a record in the order of its kind, in words; restricted ones are not for here. */
export function RecordFacts({ held, children }: RecordFactsProps) {
  const { vault, words, today } = useSession();
  const { kind, fields } = held.record;
  const classes = KINDS.get(kind)?.classes ?? {};
  const facts = Object.keys(classes).flatMap((field) => {
    if (classes[field] === 'restricted') return [];
    const value = fieldValueToText(words, kind, field, fields[field], (id) => nameOfPerson(vault, words, id));
    return value === undefined ? [] : [{ label: fieldLabel(words, kind, field), value }];
  });
  return (
    <Card
      title={words.findMessage(`kind.${kind}`)}
      aside={<StateMark {...recordMark(words, vault, held, today())} />}
      asideAtEnd
    >
      <FactList facts={facts} />
      <Authorship held={held} />
      {children}
    </Card>
  );
}
