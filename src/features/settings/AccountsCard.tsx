import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { lockIcon, personIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { dayAndTime } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import type { RemoteTrouble } from '../remote-ports.ts';
import { useSession } from '../session.ts';
import { sortAccounts } from './account-lines.ts';
import { useAccounts } from './use-accounts.ts';

/** Who works in the municipality; each leads to their access: a new password, closed, opened again. */
export function AccountsCard() {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { loaded, reload } = useAccounts();
  if (loaded?.ok !== true) {
    return (
      <Card title={t('accounts.title')}>
        {loaded === undefined ? (
          <Loading label={t('accounts.loading')} />
        ) : (
          <NoAccounts trouble={loaded.error} onRetry={reload} />
        )}
      </Card>
    );
  }
  return (
    <Card flat title={t('accounts.title')} aside={words.formatNumber(loaded.value.length)}>
      <RowList>
        {sortAccounts(loaded.value).map(({ id, name, username, role, disabledAt }) => (
          <CardRow
            key={id}
            icon={disabledAt === undefined ? personIcon : lockIcon}
            title={name}
            aside={id === vault.actor.id ? t('accounts.you') : undefined}
            subtitle={
              disabledAt === undefined
                ? `${words.list('role', role)} · ${username}`
                : t('accounts.closedAt', { when: dayAndTime(words, disabledAt, today()) })
            }
            href={id === vault.actor.id ? PLACES.password : PLACES.account(id)}
          />
        ))}
      </RowList>
    </Card>
  );
}

export function NoAccounts({ trouble, onRetry }: { trouble: RemoteTrouble; onRetry: () => void }) {
  const { t } = useSession().words;
  return (
    <Note
      tone={trouble === 'offline' ? 'off' : 'stop'}
      action={
        <Button variant="quiet" onClick={onRetry}>
          {t('verb.retry')}
        </Button>
      }
    >
      {t(trouble === 'offline' ? 'accounts.offline' : `remote.${trouble}`)}
    </Note>
  );
}
