import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { Form } from '../../ui/Form.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { SignInPageProps } from '../entrance.ts';
import { EntranceTroubleNote } from '../entrance-trouble-note.tsx';
import { entranceBrand, entranceTroubleToText } from '../entrance-words.ts';
import { useEntranceTry } from '../use-entrance-try.ts';

/** The first time of a person on this device: needs the network once, then never again to unlock. */
export function SignInPage(props: SignInPageProps) {
  const { words, onSignIn, onBack } = props;
  const { t } = words;
  const [username, setUsername] = useState(props.username ?? '');
  const [password, setPassword] = useState('');
  const attempt = useEntranceTry();
  const { trouble } = attempt;
  const name = username.trim().toLowerCase();

  return (
    <CenterCard brand={entranceBrand(props)} title={t('entrance.signIn.title')}>
      <p>{t('entrance.signIn.intro')}</p>
      <Form
        failedTries={attempt.failedTries}
        onSubmit={() => void attempt.run(name !== '' && password !== '' ? () => onSignIn(name, password) : undefined)}
      >
        <EntranceTroubleNote words={words} trouble={trouble} />
        <TextField
          label={t('entrance.signIn.username')}
          hint={t('entrance.signIn.usernameHint')}
          error={attempt.isIncomplete && name === '' ? t('entrance.signIn.usernameMissing') : undefined}
          value={username}
          onInput={setUsername}
          autoComplete="username"
          autoCapitalize="none"
          dir="ltr"
          required
        />
        <PasswordField
          label={t('entrance.password')}
          error={
            trouble?.type === 'SignInRefused' || trouble?.type === 'WrongPassword'
              ? entranceTroubleToText(words, trouble)
              : attempt.isIncomplete && password === ''
                ? t('entrance.passwordMissing')
                : undefined
          }
          value={password}
          onInput={setPassword}
          autoComplete="current-password"
          showLabel={t('verb.show')}
          hideLabel={t('verb.hide')}
          required
        />
        <Button big type="submit" busy={attempt.isBusy}>
          {t('entrance.signIn.go')}
        </Button>
      </Form>
      {onBack && (
        <Button variant="quiet" wide onClick={onBack}>
          {t('entrance.signIn.back')}
        </Button>
      )}
    </CenterCard>
  );
}
