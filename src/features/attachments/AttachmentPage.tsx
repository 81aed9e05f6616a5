import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** One attachment: what it is, and who put it there. */
export function AttachmentPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'attachment') return <NotHere title={words.t('files.title')} listPlace={PLACES.people} />;
  return <FactsPage held={held} backTo={PLACES.people} />;
}
