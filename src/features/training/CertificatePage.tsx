import type { CaseRecord } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { printIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { certificateFieldsOf, certificateStateEdit } from '../course-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { Authorship, StandingNote, useMayEdit } from '../record-standing.tsx';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { PrintedCertificate } from './PrintedCertificate.tsx';

/** One certificate: as it is printed, and what happens when it turns out wrong. */
export function CertificatePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'certificate') {
    return <NotHere title={t('training.title')} listPlace={PLACES.training} />;
  }
  const { enrolment = '', state } = certificateFieldsOf(held);
  const isWithdrawn = state === 'WDRN';
  const hasEnrolment = vault.caseload.find(enrolment)?.record.removed === false;
  return (
    <Screen
      title={t('training.certificate')}
      subtitle={recordTitle(vault, words, held)}
      backTo={PLACES.enrolment(enrolment)}
      banner={<StandingNote held={held} />}
    >
      <Stack>
        {isWithdrawn && <WithdrawnNote held={held} />}
        {!isWithdrawn && !hasEnrolment && <Note tone="stop">{t('training.enrolmentGone')}</Note>}
        {!isWithdrawn && hasEnrolment && (
          <>
            <div class="no-print">
              <Card>
                <Stack>
                  <Stack inline>
                    <Button icon={printIcon} onClick={() => window.print()}>
                      {t('training.print')}
                    </Button>
                    <StateButton held={held} to="WDRN" label={t('training.withdraw')} />
                  </Stack>
                  <p class="soft">{t('training.printHint')}</p>
                </Stack>
              </Card>
            </div>
            <PrintedCertificate held={held} />
          </>
        )}
        <div class="no-print">
          <Authorship held={held} />
        </div>
      </Stack>
    </Screen>
  );
}

function WithdrawnNote({ held }: { readonly held: CaseRecord }) {
  const { t } = useSession().words;
  return (
    <Note
      tone="wait"
      title={t('training.withdrawn')}
      action={<StateButton held={held} to="VALD" label={t('training.giveBack')} />}
    >
      {t('training.withdrawnText')}
    </Note>
  );
}

type StateButtonProps = { readonly held: CaseRecord; readonly to: 'VALD' | 'WDRN'; readonly label: string };

function StateButton({ held, to, label }: StateButtonProps) {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  const mayEdit = useMayEdit(held);
  if (!mayEdit) return null;
  const change = async () => {
    const answer = await vault.saveChange(certificateStateEdit(held, to));
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <Button variant="quiet" onClick={() => change()}>
      {label}
    </Button>
  );
}
