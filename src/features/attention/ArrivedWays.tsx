import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { checkIcon, editIcon, refreshIcon, returnIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { ArrivedItem, RemoteTrouble } from '../remote-ports.ts';
import { firstNameOf } from '../screen.tsx';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { ArrivedMend, isMendableHere } from './ArrivedMend.tsx';
import { DismissDialog } from './DismissDialog.tsx';
import { SendBackForm } from './SendBackForm.tsx';

type Way = 'mend' | 'send-back' | 'dismiss';

/** Correct it here, give it back, take it, or say that it is not needed. Only the correction works without a network. */
export function ArrivedWays({ item, onSettled }: { item: ArrivedItem; onSettled: () => void }) {
  const { vault, words, arrived, say, nudge } = useSession();
  const { t } = words;
  const [way, setWay] = useState<Way | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const name = firstNameOf(item.author.name);
  const held = item.change && vault.caseload.find(item.change.recordId);
  const isMendable = isMendableHere(item, held);
  const isHeld = item.why === 'held';

  const settle = async (how: 'apply' | 'send-back' | 'dismiss', said: string, note?: string): Promise<void> => {
    setTrouble(undefined);
    setIsBusy(true);
    const answer = await arrived.settle(item.changeId, how, note);
    setIsBusy(false);
    if (!answer.ok && answer.error !== 'gone') return setTrouble(sayTrouble(answer.error));
    if (answer.ok && !answer.value.isSettled) {
      const { refusal } = answer.value;
      return setTrouble(refusal === undefined ? t('trouble.unknown') : refusalToText(words, refusal));
    }
    nudge();
    say({ text: answer.ok ? said : t('arrived.gone'), tone: 'ok' });
    onSettled();
  };
  const sayTrouble = (error: RemoteTrouble) => (error === 'offline' ? t('arrived.needsNetwork') : t(`remote.${error}`));

  if (way === 'mend' && item.change !== undefined) {
    return (
      <ArrivedMend
        item={item}
        change={item.change}
        held={held}
        onMended={onSettled}
        onCancel={() => setWay(undefined)}
      />
    );
  }
  return (
    <Stack>
      {trouble !== undefined && (
        <Note tone="stop" role="alert">
          {trouble}
        </Note>
      )}
      {way === 'send-back' ? (
        <SendBackForm
          item={item}
          isBusy={isBusy}
          onSend={(note) => settle('send-back', t('arrived.sentBackTo', { name }), note)}
          onCancel={() => setWay(undefined)}
        />
      ) : (
        <Stack inline>
          {isHeld && (
            <Button icon={checkIcon} busy={isBusy} onClick={() => settle('apply', t('arrived.accepted'))}>
              {t('arrived.accept')}
            </Button>
          )}
          {isMendable && (
            <Button variant={isHeld ? 'ghost' : 'main'} icon={editIcon} onClick={() => setWay('mend')}>
              {t('arrived.mend')}
            </Button>
          )}
          {item.sentBackAt === undefined && item.change !== undefined && (
            <Button
              variant={isHeld || isMendable ? 'ghost' : 'main'}
              icon={returnIcon}
              onClick={() => setWay('send-back')}
            >
              {t('arrived.sendBack', { name })}
            </Button>
          )}
          {!isHeld && item.change !== undefined && (
            <Button
              variant="quiet"
              icon={refreshIcon}
              busy={isBusy}
              onClick={() => settle('apply', t('arrived.accepted'))}
            >
              {t('attention.retry')}
            </Button>
          )}
          <Button variant="quiet" onClick={() => setWay('dismiss')}>
            {t('arrived.dismiss')}
          </Button>
        </Stack>
      )}
      {way === 'dismiss' && (
        <DismissDialog
          item={item}
          isBusy={isBusy}
          trouble={trouble}
          onDismiss={(reason) => settle('dismiss', t('arrived.dismissed'), reason)}
          onClose={() => setWay(undefined)}
        />
      )}
    </Stack>
  );
}
