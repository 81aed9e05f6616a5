import { useRef, useState } from 'preact/hooks';
import { readCardCode } from '../../domain/card-code.ts';
import type { GuestKey } from '../../i18n/guest/guest-messages.ts';
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
type Heard = { readonly tone: 'ok' | 'wait'; readonly text: GuestKey };

const HEARD: Readonly<Record<'true' | 'false' | 'already' | 'wrong', Heard>> = {
  true: { tone: 'ok', text: 'turnSaved' },
  false: { tone: 'wait', text: 'notSaved' },
  already: { tone: 'wait', text: 'codeAlready' },
  wrong: { tone: 'wait', text: 'codeWrong' },
};

/** Cards one after the other, by camera or by hand. Only their random code is kept; whose they are this phone never learns. */
export function GuestScan({ onCard, onClose }: GuestScanProps) {
  const { words } = useGuest();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const [heard, setHeard] = useState<Heard | undefined>(undefined);

  // One after the other: a card that is seen twice in a moment meets itself.
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  function take(text: string): Promise<boolean> {
    const mine = turn.current.then(() => hear(text));
    turn.current = mine.catch(() => undefined);
    return mine;
  }

  async function hear(text: string): Promise<boolean> {
    const code = readCardCode(text);
    const answer = code === undefined ? 'wrong' : await onCard(code);
    setHeard(HEARD[`${answer}`]);
    return answer === true;
  }

  /** The field is free at once for the next code; what was not taken comes back, to be looked at. */
  async function takeTyped(): Promise<void> {
    const text = typed.trim();
    if (text === '') return;
    setTyped('');
    const isTaken = await take(text);
    if (!isTaken) setTyped((now) => (now === '' ? text : now));
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
        <div role="status">{heard !== undefined && <Note tone={heard.tone}>{t(heard.text)}</Note>}</div>
        <Form onSubmit={() => takeTyped()}>
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
