import type { Fields } from '../../domain/json-value.ts';
import { Note } from '../../ui/Note.tsx';
import { placementClashes } from '../placement-clashes.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Who is in another placement at the same time, with the way to it. Nothing where everybody is in one. */
export function ClashNote({ id, fields }: { readonly id: string; readonly fields: Fields }) {
  const { vault, words } = useSession();
  const clashes = placementClashes(vault, id, fields);
  if (clashes.length === 0) return null;
  return (
    <Note tone="wait" title={words.t('housing.clash', { n: clashes.length })}>
      {clashes.map(({ personId, other }) => (
        <p key={other.record.id}>
          <a href={PLACES.placement(other.record.id)}>
            {words.t('housing.clashOf', { name: nameOfPerson(vault, words, personId) })}
          </a>
        </p>
      ))}
      <p>{words.t('housing.clashHow')}</p>
    </Note>
  );
}
