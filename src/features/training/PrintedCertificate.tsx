import type { CaseRecord } from '../../device/open-vault.ts';
import { certificateCodeToText } from '../../domain/certificate-code.ts';
import { QrImage } from '../../ui/QrImage.tsx';
import { certificateFieldsOf } from '../course-records.ts';
import { minutesToHours, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Where anybody checks a certificate; the code stands behind `#`, which reaches no log on the way. */
const VERIFY_PATH = '/verify';

/** Paper: always dark on white, whatever the theme. The name is on the paper only. */
export function PrintedCertificate({ held }: { readonly held: CaseRecord }) {
  const { vault, words, municipalityName } = useSession();
  const { t } = words;
  const { code = '', courseTitle = '', minutes = 0, courseMinutes = 0, issuedDate = '' } = certificateFieldsOf(held);
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
        <p>
          {t('training.certificateFor', {
            hours: minutesToHours(words, minutes),
            of: minutesToHours(words, courseMinutes),
          })}
        </p>
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
