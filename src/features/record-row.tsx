import type { ComponentProps } from 'preact';
import type { CaseRecord } from '../device/open-vault.ts';
import { CardRow } from '../ui/CardRow.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { placeOfRecord } from './places.ts';
import { recordMark, recordSubtitle, recordTitle } from './record-words.ts';
import { useSession } from './session.ts';

type RecordRowProps = { readonly held: CaseRecord } & Partial<ComponentProps<typeof CardRow>>;

/** A record as a line of a list: what it is called, the way to its page and how it stands; each part may be given otherwise. */
export function RecordRow({ held, ...parts }: RecordRowProps) {
  const { vault, words, today } = useSession();
  return (
    <CardRow
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      href={placeOfRecord(held.record.kind, held.record.id)}
      mark={<StateMark {...recordMark(words, vault, held, today())} />}
      {...parts}
    />
  );
}
