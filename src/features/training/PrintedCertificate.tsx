import type { CaseRecord } from '../../device/open-vault.ts';
import { certificateCodeToText } from '../../domain/certificate-code.ts';
import { QrImage } from '../../ui/QrImage.tsx';
import {
  certificateFieldsOf,
  courseFieldsOf,
  enrolmentFieldsOf,
  sessionFieldsOf,
  sessionsOf,
} from '../course-records.ts';
import { fieldLabel } from '../field-words.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { certifiedHoursToText, courseDatesToText } from './certificate-words.ts';

/** Where anybody checks a certificate; the code stands behind `#`, which reaches no log on the way. */
const VERIFY_PATH = '/verify';

/** Paper: always dark on white, whatever the theme. The name is on the paper only. */
export function PrintedCertificate({ held }: { readonly held: CaseRecord }) {
  const { vault, words, municipalityName } = useSession();
  const { t } = words;
  const {
    enrolment = '',
    code = '',
    courseTitle = '',
    minutes = 0,
    courseMinutes = 0,
    issuedDate = '',
  } = certificateFieldsOf(held);
  const { dates, codes } = useCourse(enrolment);
  const hours = certifiedHoursToText(words, { minutes, courseMinutes });
  const address = `${location.origin}${VERIFY_PATH}`;
  return (
    <section class="paper certificate" aria-label={t('training.certificateAsPrinted')}>
      <div class="certificate-words">
        <p class="certificate-city">{t('training.certificateCity', { city: municipalityName })}</p>
        <h2>{t('training.certificateHead')}</h2>
        <p>{t('training.certificateSays')}</p>
        <p class="certificate-name">
          <bdi>{recordTitle(vault, words, held)}</bdi>
        </p>
        <p>{t('training.certificateAttended')}</p>
        <p class="certificate-course">{courseTitle}</p>
        <p>{dates === undefined ? hours : `${dates}, ${hours}`}</p>
        {codes.length > 0 && <p>{codes.join(' · ')}</p>}
      </div>
      <div class="certificate-feet">
        <p>{t('training.certificatePlace', { city: municipalityName, date: words.formatDate(issuedDate, 'long') })}</p>
        <p class="certificate-sign">{t('training.certificateSign')}</p>
      </div>
      <div class="certificate-check">
        <QrImage text={`${address}#${code}`} label={t('training.certificateQr')} />
        <div>
          <p class="num" dir="ltr">
            {certificateCodeToText(code)}
          </p>
          <p>{t('training.certificateVerify', { address })}</p>
        </div>
      </div>
    </section>
  );
}

/** When the course was and under which codes: as the course says it now, because they are no part of what a certificate keeps. */
function useCourse(enrolmentId: string): { readonly dates: string | undefined; readonly codes: readonly string[] } {
  const { vault, words } = useSession();
  const enrolment = vault.caseload.find(enrolmentId);
  const course = enrolment && vault.caseload.find(enrolmentFieldsOf(enrolment).course ?? '');
  if (course === undefined) return { dates: undefined, codes: [] };
  const fields = courseFieldsOf(course);
  const codes = (['prog', 'cup'] as const).flatMap((field) =>
    fields[field] === undefined ? [] : [`${fieldLabel(words, 'course', field)}: ${fields[field]}`],
  );
  return { dates: courseDatesToText(words, fields, sessionsOf(vault, course.record.id).map(sessionFieldsOf)), codes };
}
