import type { CaseRecord } from '../../device/open-vault.ts';
import { COMPLETION_SHARE, isCourseCompleted } from '../../domain/course-completion.ts';
import type { Attended } from '../../domain/course-figures.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { noticeIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import {
  attendedOf,
  certificateFieldsOf,
  certificatesOf,
  courseFieldsOf,
  newCertificate,
  sessionFieldsOf,
  sessionsOf,
} from '../course-records.ts';
import { inOneLine } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import { minutesToHours, recordMark } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { attendedToText, comingSessionsToText } from './certificate-words.ts';

type CertificateCardProps = { readonly enrolment: CaseRecord; readonly course: CaseRecord };

/** How much somebody attended, and the certificate that follows from it. */
export function CertificateCard({ enrolment, course }: CertificateCardProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const attended = attendedOf(vault, course).get(enrolment.record.id);
  const isEnough = attended !== undefined && isCourseCompleted(attended.minutes, attended.courseMinutes);
  const certificates = certificatesOf(vault, enrolment.record.id);
  const hasValid = certificates.some((held) => certificateFieldsOf(held).state === 'VALD');
  return (
    <>
      {certificates.length > 0 && <Certificates certificates={certificates} />}
      {hasValid && !isEnough && (
        <Note tone="wait">
          {t('training.noLongerEnough', { hours: minutesToHours(words, attended?.minutes ?? 0) })}
        </Note>
      )}
      {attended !== undefined && !hasValid && (
        <Card title={t('training.certificate')}>
          <Stack>
            <p>
              {attendedToText(words, attended)}{' '}
              {isEnough
                ? t('training.enough')
                : t('training.notEnough', { share: words.formatNumber(COMPLETION_SHARE * 100) })}
            </p>
            {isEnough && <Issue enrolment={enrolment} course={course} attended={attended} />}
          </Stack>
        </Card>
      )}
    </>
  );
}

function Certificates({ certificates }: { readonly certificates: readonly CaseRecord[] }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  return (
    <Card flat title={t('training.certificates')}>
      <RowList label={t('training.certificates')}>
        {certificates.map((held) => {
          const { state = 'VALD', issuedDate = '' } = certificateFieldsOf(held);
          return (
            <CardRow
              key={held.record.id}
              icon={noticeIcon}
              title={words.t('training.issuedOn', { date: inOneLine(words.formatDate(issuedDate, 'long')) })}
              subtitle={words.list('certificateState', state)}
              href={PLACES.certificate(held.record.id)}
              mark={<StateMark {...recordMark(words, vault, held, today())} />}
            />
          );
        })}
      </RowList>
    </Card>
  );
}

function Issue({ enrolment, course, attended }: CertificateCardProps & { readonly attended: Attended }) {
  const { vault, words, today, newId, go, say } = useSession();
  const saved = useSaved();
  if (!mayCreate(vault.actor, 'certificate')) return <p class="soft">{words.t('training.coordinatorIssues')}</p>;
  const issue = async () => {
    const courseTitle = courseFieldsOf(course).title ?? '';
    const change = newCertificate({ vault, newId, today: today() }, enrolment, { courseTitle, attended });
    const answer = await vault.saveChange(change);
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    saved(answer.value);
    go(PLACES.certificate(answer.value.recordId));
  };
  const coming = comingSessionsToText(words, sessionsOf(vault, course.record.id).map(sessionFieldsOf), today());
  return (
    <>
      {coming && <Note tone="wait">{coming}</Note>}
      <Button icon={noticeIcon} onClick={() => issue()}>
        {words.t('training.issue')}
      </Button>
    </>
  );
}
