import { enrolmentFieldsOf } from '../course-records.ts';
import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';
import { CertificateCard } from './CertificateCard.tsx';
import { CodeCard } from './CodeCard.tsx';

/** One enrolment: who, from where, how to reach them, and the certificate at the end. */
export function EnrolmentPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'enrolment') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  const course = vault.caseload.find(enrolmentFieldsOf(held).course ?? '');
  return (
    <FactsPage
      held={held}
      backTo={PLACES.course(course?.record.id ?? '')}
      side={held.record.removed ? undefined : <CodeCard enrolment={held} />}
    >
      {course !== undefined && !held.record.removed && <CertificateCard enrolment={held} course={course} />}
    </FactsPage>
  );
}
