import type { CaseRecord } from '../device/open-vault.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { allOverfull, type OverfullItem, overfullItemsOf } from './overfull-items.ts';
import { overfullText } from './overfull-words.ts';
import { PLACES } from './places.ts';
import { useSession } from './session.ts';

const isAbout = ({ dwelling, overfull }: OverfullItem, id: string): boolean =>
  [dwelling.record.id, overfull.claim.id, ...overfull.others.map((other) => other.id)].includes(id);

/** Above a dwelling and above each placement in question: for whom there is no place. Nothing where there is one for everybody. */
export function OverfullNotes({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const mine = new Set(overfullItemsOf(vault, today()).map(({ recordId }) => recordId));
  return allOverfull(vault, today())
    .filter((item) => isAbout(item, held.record.id))
    .map((item) => (
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
