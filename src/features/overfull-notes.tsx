import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { allOverfull, type OverfullItem, overfullItemsOf } from './overfull-items.ts';
import { overfullText } from './overfull-words.ts';
import { PLACES } from './places.ts';
import { useSession } from './session.ts';

const isAbout = ({ dwelling, overfull }: OverfullItem, id: string): boolean =>
  [dwelling.record.id, overfull.claim.id, ...overfull.others.map((other) => other.id)].includes(id);

/** For whom there is no place, to be said above a dwelling and above each placement in question. */
export const overfullAbout = (
  vault: OpenVault,
  { record }: CaseRecord,
  today: CalendarDate,
): readonly OverfullItem[] =>
  HOUSING_KINDS.includes(record.kind) ? allOverfull(vault, today).filter((item) => isAbout(item, record.id)) : [];

/** Records that somebody can lack a place in: no others need the count of all dwellings. */
const HOUSING_KINDS = ['placement', 'dwelling'];

export function OverfullNotes({ items }: { readonly items: readonly OverfullItem[] }) {
  const { vault, words, today } = useSession();
  const mine = new Set(overfullItemsOf(vault, today()).map(({ recordId }) => recordId));
  return items.map((item) => (
    <Note
      key={item.recordId}
      tone="stop"
      action={
        mine.has(item.recordId) ? (
          <LinkButton variant="stop" href={PLACES.attentionTo(item.recordId)}>
            {words.t('verb.mend')}
          </LinkButton>
        ) : undefined
      }
    >
      {overfullText(vault, words, item)}
    </Note>
  ));
}
