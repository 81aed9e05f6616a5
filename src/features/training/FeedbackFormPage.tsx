import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { FeedbackFields } from './FeedbackFields.tsx';
import { useFeedback } from './use-feedback.ts';

/** Questionnaires that were filled on paper, one after the other. */
export function FeedbackFormPage({ id }: { readonly id: string }) {
  const { vault, words, say } = useSession();
  const { t } = words;
  const feedback = useFeedback(id);
  const course = vault.caseload.find(id);
  if (course?.record.kind !== 'course') return <NotHere title={t('training.title')} listPlace={PLACES.training} />;
  const save = async () => {
    if (!(await feedback.save())) return;
    say({ text: t('training.feedbackSaved'), tone: 'ok' });
    document.scrollingElement?.scrollTo(0, 0);
  };
  return (
    <Screen
      task
      title={t('training.feedbackCopy')}
      subtitle={recordTitle(vault, words, course)}
      backTo={PLACES.course(id)}
    >
      <Card>
        <FeedbackFields answers={feedback.answers} onInput={feedback.input} error={feedback.error} />
      </Card>
      <ActionBar>
        <Button big icon={checkIcon} onClick={() => save()}>
          {t('training.feedbackSaveNext')}
        </Button>
      </ActionBar>
    </Screen>
  );
}
