import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { readEnrolmentCode } from '../../domain/enrolment-code.ts';
import { Button } from '../../ui/Button.tsx';
import { scanIcon } from '../../ui/icons.ts';
import { QrScanner } from '../../ui/QrScanner.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { enrolmentFieldsOf, sessionFieldsOf } from '../course-records.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { PresenceActions } from './use-presence.ts';

type ScanPresencesProps = { readonly session: CaseRecord; readonly presence: PresenceActions };

/** The camera at the door, one participant after the other; the ticks below stay for who has no code. Nothing needs a network. */
export function ScanPresences({ session, presence }: ScanPresencesProps) {
  const { vault, words, say } = useSession();
  const { t } = words;
  const [isScanning, setIsScanning] = useState(false);
  const look = async (text: string) => {
    const id = readEnrolmentCode(text);
    const enrolment = id === undefined ? undefined : vault.caseload.find(id);
    if (enrolment === undefined) return say({ text: t('training.scanUnknown'), tone: 'stop' });
    const name = recordTitle(vault, words, enrolment);
    const isOfCourse = enrolmentFieldsOf(enrolment).course === sessionFieldsOf(session).course;
    if (!isOfCourse || enrolment.record.removed) return say({ text: t('training.scanOther', { name }), tone: 'stop' });
    if (presence.presenceOf(enrolment.record.id) !== undefined) return say({ text: t('training.scanTwice', { name }) });
    if (await presence.set(enrolment.record.id, true)) say({ text: t('training.scanned', { name }), tone: 'ok' });
  };
  return (
    <Stack>
      <Button variant="ghost" icon={scanIcon} onClick={() => setIsScanning(!isScanning)}>
        {t(isScanning ? 'training.scanStop' : 'training.scan')}
      </Button>
      {isScanning && (
        <QrScanner
          words={{
            video: t('scan.video'),
            starting: t('scan.starting'),
            looking: t('training.scanLooking'),
            denied: t('training.scanDenied'),
            missing: t('training.scanMissing'),
          }}
          onFound={(text) => void look(text)}
        />
      )}
    </Stack>
  );
}
