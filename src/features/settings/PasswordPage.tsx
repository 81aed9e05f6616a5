import { useState } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Form } from '../../ui/Form.tsx';
import { Note } from '../../ui/Note.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { PLACES } from '../places.ts';
import type { PasswordTrouble } from '../remote-ports.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { PASSWORD_LENGTH_MIN, type PasswordForm, passwordProblems } from './password-problems.ts';

const EMPTY: PasswordForm = { old: '', next: '', again: '' };

/** One's own password, on the server and on this device. What is typed is never a draft: it touches no disk. */
export function PasswordPage() {
  const { words, remote, say, back } = useSession();
  const { t } = words;
  const [form, setForm] = useState(EMPTY);
  const [failedTries, setFailedTries] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<PasswordTrouble | undefined>(undefined);
  const problems = failedTries > 0 ? passwordProblems(form) : {};

  const write = (part: Partial<PasswordForm>) => {
    setForm({ ...form, ...part });
    if (trouble !== 'only-server') setTrouble(undefined);
  };
  const fail = (why: PasswordTrouble | undefined) => {
    setTrouble(why);
    setFailedTries(failedTries + 1);
  };
  const run = async (work: Promise<Result<void, PasswordTrouble>>) => {
    setIsBusy(true);
    const answer = await work;
    setIsBusy(false);
    if (!answer.ok) return fail(answer.error);
    setForm(EMPTY);
    say({ text: t('password.changed'), tone: 'ok' });
    back(PLACES.settings);
  };
  const send = () => {
    if (isBusy) return;
    if (Object.keys(passwordProblems(form)).length > 0) return fail(trouble);
    void run(
      trouble === 'only-server'
        ? remote.finishPassword(form.old, form.next)
        : remote.changePassword(form.old, form.next),
    );
  };
  const errorOf = (part: keyof PasswordForm) => {
    const problem = problems[part];
    if (part === 'old' && trouble === 'wrong-password') return t('password.trouble.wrong-password');
    return problem && t(`password.${problem}`, { n: PASSWORD_LENGTH_MIN });
  };
  const fieldOf = (part: keyof PasswordForm, hint?: string) => (
    <PasswordField
      label={t(`password.${part}`)}
      hint={hint}
      error={errorOf(part)}
      value={form[part]}
      onInput={(value) => write({ [part]: value })}
      autoComplete={part === 'old' ? 'current-password' : 'new-password'}
      showLabel={t('verb.show')}
      hideLabel={t('verb.hide')}
    />
  );

  return (
    <Screen title={t('password.title')} backTo={PLACES.settings}>
      <Stack>
        <Note tone="off">{t('password.needsNetwork')}</Note>
        <Card>
          <Form label={t('password.title')} failedTries={failedTries} onSubmit={send}>
            {trouble !== undefined && trouble !== 'wrong-password' && (
              <Note tone="stop" role="alert" title={trouble === 'only-server' ? t('password.half') : undefined}>
                {troubleText(trouble)}
              </Note>
            )}
            {fieldOf('old')}
            {fieldOf('next', t('password.next.hint', { n: PASSWORD_LENGTH_MIN }))}
            {fieldOf('again')}
            <p class="soft">{t('password.elsewhere')}</p>
            <div>
              <Button type="submit" busy={isBusy}>
                {t(trouble === 'only-server' ? 'verb.retry' : 'password.go')}
              </Button>
            </div>
          </Form>
        </Card>
      </Stack>
    </Screen>
  );

  function troubleText(why: Exclude<PasswordTrouble, 'wrong-password'>): string {
    if (why === 'only-server' || why === 'slow-down' || why === 'offline') return t(`password.trouble.${why}`);
    return t(`remote.${why}`);
  }
}
