import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { FullScreen } from '../../ui/FullScreen.tsx';
import { checkIcon, lockIcon } from '../../ui/icons.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { FeedbackFields } from './FeedbackFields.tsx';
import { useFeedback } from './use-feedback.ts';

/** The tablet goes round the room, in hands of people who are not the one who signed in: every way out of here locks. */
export function FeedbackRoundPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  if (vault.caseload.find(id)?.record.kind !== 'course') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <Round courseId={id} />;
}

function Round({ courseId }: { readonly courseId: string }) {
  const { vault, words, lock, go } = useSession();
  const { t } = words;
  const titleId = useId();
  const feedback = useFeedback(courseId);
  const [isGiven, setIsGiven] = useState(false);
  const course = vault.caseload.find(courseId);
  // The browser's way back too: behind it are people's data.
  useEffect(
    () => () => {
      if (!vault.isLocked.peek()) lock();
    },
    [],
  );
  return (
    <FullScreen labelledBy={titleId}>
      <div class="notice-page">
        <div class="notice-head">
          <strong>{course && recordTitle(vault, words, course)}</strong>
          <Button variant="quiet" icon={lockIcon} onClick={() => go(PLACES.course(courseId), { replace: true })}>
            {t('training.roundEnd')}
          </Button>
        </div>
        <div class="notice-text">
          {isGiven ? (
            <>
              <h1 id={titleId}>{t('training.roundThanks')}</h1>
              <p role="status">{t('training.roundPass')}</p>
            </>
          ) : (
            <>
              <h1 id={titleId}>{t('training.roundTitle')}</h1>
              <p>{t('training.roundIntro')}</p>
              <FeedbackFields answers={feedback.answers} onInput={feedback.input} error={feedback.error} />
            </>
          )}
        </div>
        <div class="notice-foot">
          {isGiven ? (
            <Button onClick={() => setIsGiven(false)}>{t('training.roundNext')}</Button>
          ) : (
            <Button icon={checkIcon} onClick={() => feedback.save().then(setIsGiven)}>
              {t('training.roundSend')}
            </Button>
          )}
        </div>
      </div>
    </FullScreen>
  );
}
