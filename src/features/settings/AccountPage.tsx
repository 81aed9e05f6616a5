import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { dayAndTime } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import type { AccountLine } from '../remote-ports.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { AccessCard } from './AccessCard.tsx';
import { NoAccounts } from './AccountsCard.tsx';
import { NewPasswordCard } from './NewPasswordCard.tsx';
import { useAccounts } from './use-accounts.ts';

/** One colleague's access: what a coordinator can do when a password is forgotten or somebody leaves. Needs the network. */
export function AccountPage({ id }: { id: string }) {
  const { words } = useSession();
  const { t } = words;
  const { loaded, reload } = useAccounts();
  const account = loaded?.ok === true ? loaded.value.find((line) => line.id === id) : undefined;
  return (
    <Screen title={account?.name ?? t('accounts.title')} backTo={PLACES.settings}>
      {loaded === undefined && <Loading label={t('accounts.loading')} />}
      {loaded?.ok === false && <NoAccounts trouble={loaded.error} onRetry={reload} />}
      {loaded?.ok === true && account === undefined && (
        <EmptyState
          icon={personIcon}
          title={t('accounts.unknown')}
          action={<LinkButton href={PLACES.settings}>{t('settings.title')}</LinkButton>}
        />
      )}
      {account !== undefined && <Account account={account} onChanged={reload} />}
    </Screen>
  );
}

function Account({ account, onChanged }: { account: AccountLine; onChanged: () => void }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { role, username, createdAt, disabledAt } = account;
  // As the server decides: one's own has a page of its own, and who runs the accounts of all is not run by a coordinator.
  const isManaged = account.id !== vault.actor.id && role !== 'admin';
  return (
    <Stack>
      {disabledAt !== undefined && (
        <Note tone="stop">{t('accounts.closedAt', { when: dayAndTime(words, disabledAt, today()) })}</Note>
      )}
      <Card>
        <FactList
          facts={[
            { label: t('settings.role'), value: words.list('role', role) },
            { label: t('entrance.signIn.username'), value: username },
            { label: t('accounts.since'), value: dayAndTime(words, createdAt, today()) },
          ]}
        />
      </Card>
      {isManaged ? (
        <>
          {disabledAt === undefined && <NewPasswordCard account={account} />}
          <AccessCard account={account} onChanged={onChanged} />
        </>
      ) : (
        <p class="soft">{t('accounts.notManaged')}</p>
      )}
    </Stack>
  );
}
