import type { CaseRecord } from '../../device/open-vault.ts';
import { countFeedback, FEEDBACK_ANSWERS_MIN } from '../../domain/feedback-figures.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon, tabletIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { feedbackOf } from '../course-records.ts';
import { fieldLabel } from '../field-words.ts';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** What participants thought, all together; and the two ways in which answers come. */
export function FeedbackCard({ course }: { readonly course: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { id } = course.record;
  const { answers, questions, words: open } = countFeedback(feedbackOf(vault, id).map(({ record }) => record));
  const facts = questions.map(({ question, mean }) => ({
    label: fieldLabel(words, 'course-feedback', question),
    value:
      mean === undefined
        ? t('training.feedbackTooFew')
        : t('training.meanOf5', { mean: words.formatNumber(Math.round(mean * 10) / 10) }),
  }));
  return (
    <Card title={t('training.feedback')}>
      <Stack>
        <p class="soft">
          {t('training.nAnswers', { n: answers })}
          {answers < FEEDBACK_ANSWERS_MIN && ` ${t('training.feedbackFrom', { min: FEEDBACK_ANSWERS_MIN })}`}
        </p>
        {answers >= FEEDBACK_ANSWERS_MIN && <FactList facts={facts} />}
        {open.length > 0 && (
          <Disclosure label={t('training.feedbackWords', { n: open.length })}>
            <ul>
              {open.map((text, index) => (
                <li key={index}>
                  <bdi>{text}</bdi>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        {mayCreate(vault.actor, 'course-feedback') && !course.record.removed && (
          <Stack inline>
            <LinkButton href={PLACES.feedbackRound(id)} variant="quiet" icon={tabletIcon}>
              {t('training.roundStart')}
            </LinkButton>
            <LinkButton href={PLACES.newFeedback(id)} variant="quiet" icon={editIcon}>
              {t('training.feedbackCopy')}
            </LinkButton>
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
