import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import type { ArrivedItem } from '../remote-ports.ts';
import { useSession } from '../session.ts';

/**
 * One yes for everything that a lost device brought, in the order in which it was written, because a correction stands on the
 * record before it. What the rules do not take stays, with its reason.
 */
export function AcceptAll({ items }: { items: readonly ArrivedItem[] }) {
  const { words, arrived, say, nudge } = useSession();
  const { t } = words;
  const [done, setDone] = useState<number | undefined>(undefined);
  const [total, setTotal] = useState(0);

  const accept = async () => {
    setTotal(items.length);
    let taken = 0;
    for (const [index, { changeId }] of items.entries()) {
      setDone(index);
      const answer = await arrived.settle(changeId, 'apply');
      if (!answer.ok && answer.error !== 'gone') {
        setDone(undefined);
        return say({ text: t(`remote.${answer.error}`), tone: 'stop' });
      }
      if (answer.ok && answer.value.isSettled) taken += 1;
    }
    setDone(undefined);
    nudge();
    say({
      text: t('arrived.acceptedMany', { n: taken, m: items.length }),
      tone: taken === items.length ? 'ok' : 'stop',
    });
  };

  if (done !== undefined) {
    return (
      <Loading
        label={t('arrived.accepting')}
        done={done}
        total={total}
        detail={t('arrived.progress', { n: done, m: total })}
      />
    );
  }
  return (
    <Button variant="ghost" icon={checkIcon} onClick={() => accept()}>
      {t('arrived.acceptAll', { n: items.length })}
    </Button>
  );
}
