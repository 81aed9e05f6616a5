import { enrolmentFieldsOf } from '../course-records.ts';
import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** One enrolment: who, from where, how to reach them. */
export function EnrolmentPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'enrolment') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <FactsPage held={held} backTo={PLACES.course(enrolmentFieldsOf(held).course ?? '')} />;
}
