import { useState } from 'preact/hooks';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { doneIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { dayAndTime } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import type { ArrivedItem } from '../remote-ports.ts';
import { firstNameOf, Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { ArrivedChange } from './ArrivedChange.tsx';
import { ArrivedWays } from './ArrivedWays.tsx';
import { arrivedReason, arrivedTitle } from './arrived-words.ts';

/** One change that the server has and did not take: why, what it says, and the ways on. */
export function ArrivedPage({ changeId }: { changeId: string }) {
  const session = useSession();
  const { words, arrived, back } = session;
  const { t } = words;
  const list = arrived.list.value;
  const found = list?.items.find((item) => item.changeId === changeId);
  // Settled, it leaves the list while the way back is still under the finger.
  const [shown, setShown] = useState(found);
  if (found !== undefined && found !== shown) setShown(found);
  const [isDone, setIsDone] = useState(false);
  const item = found ?? (isDone ? shown : undefined);
  if (item === undefined) {
    return (
      <Screen title={t('nav.attention')} backTo={PLACES.attention}>
        {list === undefined && arrived.trouble.value === undefined ? (
          <Loading label={t('arrived.loading')} />
        ) : (
          <EmptyState
            icon={doneIcon}
            title={t('attention.settled')}
            action={<LinkButton href={PLACES.attention}>{t('attention.toList')}</LinkButton>}
          />
        )}
      </Screen>
    );
  }
  const leave = () => {
    setIsDone(true);
    back(PLACES.attention);
  };
  return (
    <Screen title={t(`arrived.title.${item.why}`)} subtitle={arrivedTitle(session, item)} backTo={PLACES.attention}>
      <Stack>
        <Why item={item} />
        <ArrivedChange item={item} />
        {!item.isMendedHere && <ArrivedWays item={item} onSettled={leave} />}
      </Stack>
    </Screen>
  );
}

function Why({ item }: { item: ArrivedItem }) {
  const session = useSession();
  const { words, today } = session;
  const { t } = words;
  if (item.isMendedHere) return <Note tone="send">{t('arrived.mendedHere.text')}</Note>;
  const [first, ...others] = arrivedReason(session, item);
  return (
    <Note tone={item.why === 'held' ? 'wait' : 'stop'} title={first}>
      {others.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>
        {item.sentBackAt === undefined
          ? t('arrived.nothingLost')
          : t('arrived.sentBack.text', {
              name: firstNameOf(item.author.name),
              when: dayAndTime(words, item.sentBackAt, today()),
            })}
      </p>
    </Note>
  );
}
