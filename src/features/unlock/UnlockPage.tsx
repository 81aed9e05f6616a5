import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Form } from '../../ui/Form.tsx';
import { plusIcon, unlockIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import { WhoPicker } from '../../ui/WhoPicker.tsx';
import type { UnlockPageProps } from '../entrance.ts';
import { EntranceTroubleNote } from '../entrance-trouble-note.tsx';
import { entranceBrand, entranceTroubleToText, placeOfTrouble } from '../entrance-words.ts';
import { useEntranceTry } from '../use-entrance-try.ts';
import { lockedPill, personDetail } from './people-here.ts';

/** Not a vault: somebody who has none here yet. */
const OTHER = 'other';

/** Who am I on this shared device (picture 1). Works without network; what waits is visible before anybody unlocks. */
export function UnlockPage(props: UnlockPageProps) {
  const { words, people, lastVaultId, isOnline } = props;
  const { t } = words;
  const [who, setWho] = useState(() => {
    const last = people.length === 1 ? people[0] : people.find(({ vaultId }) => vaultId === lastVaultId);
    return last?.vaultId;
  });
  const pill = lockedPill(words, people, isOnline);
  const title = t('entrance.unlock.title');
  return (
    <CenterCard brand={entranceBrand(props)} state={pill && <StatePill {...pill} />} title={title}>
      <WhoPicker
        label={title}
        value={who}
        onInput={setWho}
        people={[
          ...people.map((person) => ({
            value: person.vaultId,
            name: person.name,
            initials: person.initials,
            detail: personDetail(words, person),
          })),
          {
            value: OTHER,
            name: t('entrance.unlock.other'),
            icon: plusIcon,
            detail: t('entrance.unlock.needsNetwork'),
          },
        ]}
      />
      {who === OTHER && <OtherPerson {...props} />}
      {/* The key: another person starts with an empty password and no error of somebody else. */}
      {who !== undefined && who !== OTHER && <PasswordForm key={who} vaultId={who} {...props} />}
    </CenterCard>
  );
}

function OtherPerson({ words: { t }, onOther }: UnlockPageProps) {
  return (
    <>
      <p class="soft">{t('entrance.unlock.otherText')}</p>
      <Button big onClick={onOther}>
        {t('entrance.signIn.go')}
      </Button>
    </>
  );
}

function PasswordForm({ vaultId, words, onUnlock, onNewPassword, notesOf }: UnlockPageProps & { vaultId: string }) {
  const { t } = words;
  const [password, setPassword] = useState('');
  const [progress, setProgress] = useState<{ done: number; total: number } | undefined>(undefined);
  const attempt = useEntranceTry();
  const { trouble } = attempt;
  const input = useRef<HTMLInputElement>(null);
  // Whoever was here last only has to type; who walks through the names with the arrow keys must stay there.
  useLayoutEffect(() => {
    if (document.activeElement?.closest('fieldset') == null) input.current?.focus();
  }, []);

  const unlock = async () => {
    const answer = await onUnlock(vaultId, password, (done, total) => setProgress({ done, total }));
    setProgress(undefined);
    return answer;
  };

  // Only the server, and with it the municipality, opens the vault then.
  const signInLink = (label: string) => (
    <Button variant="quiet" wide onClick={() => onNewPassword(vaultId)}>
      {label}
    </Button>
  );

  return (
    <>
      {notesOf?.(vaultId)}
      <Form failedTries={attempt.failedTries} onSubmit={() => attempt.run(password === '' ? undefined : unlock)}>
        <EntranceTroubleNote words={words} trouble={trouble} />
        {trouble?.type === 'PasswordStale' && signInLink(t('entrance.unlock.newPassword'))}
        {trouble?.type === 'SlotDamaged' && signInLink(t('entrance.signIn.go'))}
        <PasswordField
          label={t('entrance.password')}
          hint={t('entrance.unlock.hint')}
          error={
            trouble !== undefined && placeOfTrouble(trouble) === 'password'
              ? entranceTroubleToText(words, trouble)
              : attempt.isIncomplete
                ? t('entrance.passwordMissing')
                : undefined
          }
          value={password}
          onInput={(next) => {
            setPassword(next);
            attempt.forget();
          }}
          autoComplete="current-password"
          showLabel={t('verb.show')}
          hideLabel={t('verb.hide')}
          inputRef={input}
        />
        <Button big type="submit" icon={unlockIcon} busy={attempt.isBusy}>
          {t('entrance.unlock.go')}
        </Button>
        {/* Somebody who was given a new password types it here first: what opens with it is not this lock but the server's door. */}
        {trouble?.type === 'WrongPassword' && signInLink(t('entrance.unlock.newPassword'))}
        {progress !== undefined && (
          <Loading
            label={t('entrance.unlock.opening')}
            done={progress.done}
            total={progress.total}
            detail={t('entrance.unlock.progress', { n: progress.done, m: progress.total })}
          />
        )}
      </Form>
      <Disclosure label={t('entrance.unlock.forgot')}>
        <p>{t('entrance.unlock.forgotWork')}</p>
        <p>{t('entrance.unlock.forgotAsk')}</p>
        {signInLink(t('entrance.unlock.newPassword'))}
      </Disclosure>
    </>
  );
}
