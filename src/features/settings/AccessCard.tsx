import { useState } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { lockIcon, unlockIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { AccountLine, RemoteTrouble } from '../remote-ports.ts';
import { firstNameOf } from '../screen.tsx';
import { useSession } from '../session.ts';

/** Closing an access says what will happen and can be taken back; opening it again needs no question. */
export function AccessCard({ account, onChanged }: { account: AccountLine; onChanged: () => void }) {
  const { vault, words, remote, say } = useSession();
  const { t } = words;
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<RemoteTrouble | undefined>(undefined);
  const { id } = account;
  const name = firstNameOf(account.name);

  const run = async (work: Promise<Result<void, RemoteTrouble>>): Promise<boolean> => {
    setTrouble(undefined);
    setIsBusy(true);
    const answer = await work;
    setIsBusy(false);
    if (!answer.ok) setTrouble(answer.error);
    else onChanged();
    return answer.ok;
  };
  const reopen = async () => {
    if (await run(remote.reopenAccount(id))) say({ text: t('accounts.reopened', { name }), tone: 'ok' });
  };
  const close = async () => {
    if (!(await run(remote.closeAccount(id)))) return;
    setIsAsking(false);
    say({
      text: t('accounts.closed', { name }),
      tone: 'ok',
      action: { label: t('verb.undo'), run: () => void reopen() },
    });
  };
  const problem = trouble !== undefined && (
    <Note tone="stop" role="alert">
      {t(`remote.${trouble}`)}
    </Note>
  );

  if (account.disabledAt !== undefined) {
    return (
      <Card title={t('accounts.access')}>
        <Stack>
          {problem}
          <p>{t('accounts.reopen.text', { name })}</p>
          <div>
            <Button icon={unlockIcon} busy={isBusy} onClick={() => reopen()}>
              {t('accounts.reopen')}
            </Button>
          </div>
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={t('accounts.access')}>
      <Stack>
        {!isAsking && problem}
        <p>{t('accounts.close.text', { name })}</p>
        <div>
          <Button variant="quiet" icon={lockIcon} onClick={() => setIsAsking(true)}>
            {t('accounts.close')}
          </Button>
        </div>
      </Stack>
      {isAsking && (
        <ConfirmDialog
          title={t('accounts.close.ask', { name: account.name })}
          closeLabel={t('verb.close')}
          noLabel={t('verb.cancel')}
          yesLabel={t('accounts.close.yes')}
          isGrave
          busy={isBusy}
          onNo={() => setIsAsking(false)}
          onYes={() => close()}
        >
          <Stack>
            {problem}
            <p>{t('accounts.close.what', { name })}</p>
            <p>
              {t(vault.actor.role === 'admin' ? 'accounts.close.work.admin' : 'accounts.close.work.coordinator')}{' '}
              {t('accounts.close.devices')}
            </p>
            <p>{t('accounts.close.back')}</p>
          </Stack>
        </ConfirmDialog>
      )}
    </Card>
  );
}
