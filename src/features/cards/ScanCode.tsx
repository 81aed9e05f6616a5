import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { QrScanner } from '../../ui/QrScanner.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSession } from '../session.ts';

type ScanCodeProps = {
  /** Where the code is found and how it looks: "Sotto il quadrato, comincia con TC-". */
  readonly hint: string;
  /** What is wrong with the code that was given last, in words. */
  readonly error?: string | undefined;
  /** A code from the camera or the keyboard, as it came. */
  readonly onFound: (text: string) => void;
};

/** A code by camera, or typed where there is no camera or it is too dark. */
export function ScanCode({ hint, error, onFound }: ScanCodeProps) {
  const { words } = useSession();
  const { t } = words;
  const [typed, setTyped] = useState('');
  return (
    <Stack>
      <QrScanner
        words={{
          video: t('scan.video'),
          starting: t('scan.starting'),
          looking: t('scan.looking'),
          denied: t('scan.denied'),
          missing: t('scan.missing'),
        }}
        onFound={onFound}
      />
      <Form label={t('scan.typed')} onSubmit={() => typed.trim() !== '' && onFound(typed.trim())}>
        <TextField
          label={t('scan.typed')}
          hint={hint}
          error={error}
          value={typed}
          onInput={setTyped}
          autoCapitalize="characters"
          dir="ltr"
        />
        <Button type="submit">{t('scan.find')}</Button>
      </Form>
    </Stack>
  );
}
