import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** One word that two people are two: who said it, and the way to take it back. There is nothing in it to correct. */
export function DifferentPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'different-people') {
    return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  }
  return <FactsPage held={held} backTo={PLACES.people} isFixed />;
}
