import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { alertIcon, type IconNode, inboxIcon, tabletIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { type ArrivedGroups, groupArrived } from '../arrived-items.ts';
import { dayAndTime } from '../moment-words.ts';
import { PLACES } from '../places.ts';
import type { ArrivedItem } from '../remote-ports.ts';
import { useSession } from '../session.ts';
import { AcceptAll } from './AcceptAll.tsx';
import { arrivedReason, arrivedTitle } from './arrived-words.ts';

/** Nobody tells a desk that something was refused; whoever keeps the list open should not look at an old one. */
const LOOK_AGAIN_MS = 30_000;

const GROUPS = ['held', 'refused', 'inHand'] as const satisfies readonly (keyof ArrivedGroups)[];
const ICON_BY_GROUP = {
  held: tabletIcon,
  refused: alertIcon,
  inHand: inboxIcon,
} as const satisfies Record<keyof ArrivedGroups, IconNode>;

/** The coordinator's part of "Da sistemare": what the server has and did not take. Asked for anew whenever one looks. */
export function ArrivedCards() {
  const { vault, words, arrived } = useSession();
  const groups = groupArrived(arrived.list.value, vault);
  useEffect(() => {
    void arrived.load();
    const timer = setInterval(() => void arrived.load(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <ArrivedStanding />
      {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <Card
          key={group}
          flat
          title={words.t(`arrived.group.${group}`)}
          aside={words.formatNumber(groups[group].length)}
        >
          <RowList footer={group === 'held' && groups.held.length > 1 ? <AcceptAll items={groups.held} /> : undefined}>
            {groups[group].map((item) => (
              <ArrivedRow key={item.changeId} item={item} icon={ICON_BY_GROUP[group]} />
            ))}
          </RowList>
        </Card>
      ))}
    </>
  );
}

/** Whether the list is the server's of now, an older one that was kept here, or not here at all. */
function ArrivedStanding() {
  const { words, arrived, today } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);
  const list = arrived.list.value;
  const trouble = arrived.trouble.value;
  if (trouble === undefined) {
    return list === undefined ? (
      <Card title={t('arrived.title')}>
        <Loading label={t('arrived.loading')} />
      </Card>
    ) : null;
  }
  const retry = async () => {
    setIsBusy(true);
    await arrived.load();
    setIsBusy(false);
  };
  return (
    <Note
      tone={trouble === 'offline' ? 'off' : 'stop'}
      title={t('arrived.title')}
      action={
        <Button variant="quiet" busy={isBusy} onClick={() => retry()}>
          {t('verb.retry')}
        </Button>
      }
    >
      {trouble !== 'offline'
        ? t(`remote.${trouble}`)
        : list === undefined
          ? t('arrived.offline')
          : t('arrived.offlineSince', { when: dayAndTime(words, list.at, today()) })}
    </Note>
  );
}

function ArrivedRow({ item, icon }: { item: ArrivedItem; icon: IconNode }) {
  const session = useSession();
  const { words, today } = session;
  const { t } = words;
  const { author, deviceLabel, sentBackAt, isMendedHere } = item;
  const from = t('arrived.from', { name: author.name, device: deviceLabel });
  const standing = isMendedHere
    ? t('arrived.mendedHere')
    : sentBackAt === undefined
      ? arrivedReason(session, item)[0]
      : t('arrived.sentBack', { when: dayAndTime(words, sentBackAt, today()) });
  return (
    <CardRow
      icon={icon}
      title={arrivedTitle(session, item)}
      subtitle={
        <>
          {standing}
          <br />
          {from} · {dayAndTime(words, item.receivedAt, today())}
        </>
      }
      href={PLACES.arrived(item.changeId)}
    />
  );
}
