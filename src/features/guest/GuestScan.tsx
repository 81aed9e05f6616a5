import { useState } from 'preact/hooks';
import { readCardCode } from '../../domain/card-code.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Note } from '../../ui/Note.tsx';
import { QrScanner } from '../../ui/QrScanner.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useGuest } from './guest-session.ts';

type GuestScanProps = {
  /** `already`: counted before with this phone, nothing was written. */
  readonly onCard: (code: string) => Promise<boolean> | 'already';
  readonly onClose: () => void;
};
type Heard = { readonly tone: 'ok' | 'wait'; readonly text: string };

/** Cards one after the other, by camera or by hand. Only their random code is kept; whose they are this phone never learns. */
export function GuestScan({ onCard, onClose }: GuestScanProps) {
  const { words } = useGuest();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const [heard, setHeard] = useState<Heard | undefined>(undefined);

  async function take(text: string): Promise<void> {
    const code = readCardCode(text);
    if (code === undefined) return setHeard({ tone: 'wait', text: t('codeWrong') });
    const answer = onCard(code);
    if (answer === 'already') return setHeard({ tone: 'wait', text: t('codeAlready') });
    const isSaved = await answer;
    if (isSaved) setTyped('');
    setHeard(isSaved ? { tone: 'ok', text: t('turnSaved') } : { tone: 'wait', text: t('notSaved') });
  }

  return (
    <Dialog title={t('scan')} closeLabel={t('close')} onClose={onClose}>
      <Stack>
        <QrScanner
          words={{
            video: t('cameraName'),
            starting: t('cameraStarting'),
            looking: t('cameraLooking'),
            denied: t('cameraDenied'),
            missing: t('cameraMissing'),
          }}
          onFound={(text) => void take(text)}
        />
        <div role="status">{heard !== undefined && <Note tone={heard.tone}>{heard.text}</Note>}</div>
        <Form onSubmit={() => typed.trim() !== '' && void take(typed)}>
          <TextField
            label={t('code')}
            hint={t('codeHint')}
            value={typed}
            onInput={setTyped}
            autoCapitalize="characters"
            dir="ltr"
          />
          <Button type="submit">{t('codeAdd')}</Button>
        </Form>
      </Stack>
    </Dialog>
  );
}
