import type { CaseRecord } from '../device/open-vault.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { attentionItemsOf } from './attention-items.ts';
import { ConflictNotes } from './conflict-notes.tsx';
import { PLACES, placeOfRecord, placeToMend } from './places.ts';
import { conflictsAbout } from './record-conflicts.ts';
import { isStandingApart, StandingNote } from './record-standing.tsx';
import { ReturnBanner } from './return-banner.tsx';
import { useSession } from './session.ts';

/** Above a record's page: what needs a hand, how it stands, and what was sent back of it and of the records about it. */
export function RecordBanners({ held, others }: { readonly held: CaseRecord; readonly others: readonly CaseRecord[] }) {
  const { vault, words, today } = useSession();
  const urgent = [held, ...others].filter(
    ({ record, attention }) => attention > 0 || (record.conflicts.length > 0 && !record.removed),
  );
  const mine = new Set(
    urgent.length === 0
      ? []
      : attentionItemsOf(vault).flatMap(({ what, recordId }) => (what === 'returned' ? [] : recordId)),
  );
  const toMend = urgent.filter(({ record }) => mine.has(record.id));
  const returned = [held, ...others].filter(({ record }) => record.review.state === 'returned' && !record.removed);
  const conflicts = conflictsAbout(vault, held, today());
  if (toMend.length + returned.length === 0 && conflicts.length === 0 && !isStandingApart(held)) return null;
  return (
    <Stack>
      <StandingNote held={held} />
      <ConflictNotes items={conflicts} />
      {toMend.map(({ record }) => (
        <Note
          key={record.id}
          tone="stop"
          action={
            <LinkButton variant="stop" href={PLACES.attentionTo(record.id)}>
              {words.t('verb.mend')}
            </LinkButton>
          }
        >
          {words.t('record.needsHand', {
            kind: words.findMessage(`review.kind.${record.kind}`) ?? words.findMessage(`kind.${record.kind}`) ?? '',
          })}
        </Note>
      ))}
      {returned.map((one) => (
        <ReturnBanner key={one.record.id} held={one} hasAction={one !== held || !isMendedWhereRead(one)} />
      ))}
    </Stack>
  );
}

/** The way to mend it would lead to the page that it stands above. */
const isMendedWhereRead = ({ record: { kind, id } }: CaseRecord): boolean =>
  placeToMend(kind, id) === placeOfRecord(kind, id);
