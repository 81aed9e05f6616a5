import type { CaseRecord } from '../../device/open-vault.ts';
import { enrolmentToCode } from '../../domain/enrolment-code.ts';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { QrImage } from '../../ui/QrImage.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** A participant's code on the screen, for a telephone that photographs it in place of paper. */
export function CodeCard({ enrolment }: { readonly enrolment: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  return (
    <Card>
      <Disclosure label={t('training.showCode')}>
        <p>{t('training.codeHint')}</p>
        <QrImage
          text={enrolmentToCode(enrolment.record.id)}
          label={t('training.codeOf', { name: recordTitle(vault, words, enrolment) })}
        />
      </Disclosure>
    </Card>
  );
}
