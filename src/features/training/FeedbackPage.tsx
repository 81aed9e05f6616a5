import { Card } from '../../ui/Card.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton } from '../record-standing.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** One questionnaire: that it is there, and never what it says. Only all of a course together are read. */
export function FeedbackPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'course-feedback') {
    return <NotHere title={t('training.title')} listPlace={PLACES.training} />;
  }
  const course = PLACES.course(String(held.record.fields.course ?? ''));
  return (
    <Screen title={t('training.oneFeedback')} backTo={course} banner={<RecordBanners held={held} others={[]} />}>
      <Card>
        <p>{t('training.oneFeedbackText')}</p>
        <Authorship held={held} />
        <RemoveButton held={held} fallback={course} />
      </Card>
    </Screen>
  );
}
