import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { refreshIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { AccountLine, RemoteTrouble } from '../remote-ports.ts';
import { firstNameOf } from '../screen.tsx';
import { useSession } from '../session.ts';

/** For a colleague who forgot theirs: five words, shown once and in large letters, with what to tell them. */
export function NewPasswordCard({ account }: { account: AccountLine }) {
  const { t } = useSession().words;
  const [isAsking, setIsAsking] = useState(false);
  const [password, setPassword] = useState<string | undefined>(undefined);
  const name = firstNameOf(account.name);
  if (password !== undefined) {
    return (
      <Card title={t('accounts.newPassword.ready', { name })}>
        <Stack>
          <p class="passphrase" role="status">
            {password}
          </p>
          <Note tone="wait" title={t('accounts.newPassword.once')}>
            {t('accounts.newPassword.onceText')}
          </Note>
          <p>{t('accounts.newPassword.tell', { name })}</p>
          <ol class="steps">
            <li>{t('accounts.newPassword.tell.network')}</li>
            <li>{t('accounts.newPassword.tell.type', { username: account.username })}</li>
            <li>{t('accounts.newPassword.tell.work')}</li>
            <li>{t('accounts.newPassword.tell.change')}</li>
          </ol>
          <div>
            <Button onClick={() => setPassword(undefined)}>{t('accounts.newPassword.done')}</Button>
          </div>
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={t('accounts.newPassword')}>
      <Stack>
        <p>{t('accounts.newPassword.text', { name })}</p>
        <div>
          <Button variant="ghost" icon={refreshIcon} onClick={() => setIsAsking(true)}>
            {t('accounts.newPassword.make')}
          </Button>
        </div>
      </Stack>
      {isAsking && (
        <ResetDialog
          account={account}
          onClose={() => setIsAsking(false)}
          onMade={(made) => {
            setIsAsking(false);
            setPassword(made);
          }}
        />
      )}
    </Card>
  );
}

type ResetDialogProps = {
  readonly account: AccountLine;
  readonly onClose: () => void;
  readonly onMade: (password: string) => void;
};

function ResetDialog({ account, onClose, onMade }: ResetDialogProps) {
  const { words, remote } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<RemoteTrouble | undefined>(undefined);
  const name = firstNameOf(account.name);
  const make = async () => {
    setIsBusy(true);
    const answer = await remote.resetPassword(account);
    setIsBusy(false);
    if (answer.ok) onMade(answer.value);
    else setTrouble(answer.error);
  };
  return (
    <Dialog
      title={t('accounts.newPassword.ask', { name })}
      closeLabel={t('verb.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('verb.cancel')}
          </Button>
          <Button busy={isBusy} onClick={() => make()}>
            {t('accounts.newPassword.yes')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {t(`remote.${trouble}`)}
          </Note>
        )}
        <p>{t('accounts.newPassword.what', { name })}</p>
        <p>{t('accounts.newPassword.work')}</p>
      </Stack>
    </Dialog>
  );
}
