import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { tabletIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { dayAndTime } from '../moment-words.ts';
import type { DeviceLine, RemoteTrouble } from '../remote-ports.ts';
import { type FeatureSession, useSession } from '../session.ts';
import { sortDevices } from './device-lines.ts';

type Loaded = Result<readonly DeviceLine[], RemoteTrouble>;

/** The devices of the municipality; a lost one is switched off here. The only list that needs the network. */
export function DevicesCard() {
  const { words, remote } = useSession();
  const { t } = words;
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const load = async () => setLoaded(await remote.listDevices());
  useEffect(() => void load(), []);

  if (loaded === undefined) {
    return (
      <Card title={t('settings.devices')}>
        <Loading label={t('settings.devices.loading')} />
      </Card>
    );
  }
  if (!loaded.ok) {
    const retry = () => {
      setLoaded(undefined);
      void load();
    };
    return (
      <Card title={t('settings.devices')}>
        <Note
          tone={loaded.error === 'offline' ? 'off' : 'stop'}
          action={
            <Button variant="quiet" onClick={retry}>
              {t('verb.retry')}
            </Button>
          }
        >
          {t(loaded.error === 'offline' ? 'settings.devices.offline' : `remote.${loaded.error}`)}
        </Note>
      </Card>
    );
  }
  return (
    <Card flat title={t('settings.devices')} aside={words.formatNumber(loaded.value.length)}>
      <RowList>
        {sortDevices(loaded.value).map((device) => (
          <DeviceRow key={device.id} device={device} onRevoked={() => void load()} />
        ))}
      </RowList>
    </Card>
  );
}

function DeviceRow({ device, onRevoked }: { device: DeviceLine; onRevoked: () => void }) {
  const session = useSession();
  const { t } = session.words;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <CardRow
        icon={tabletIcon}
        title={device.label}
        aside={device.isThisOne ? t('settings.device.thisOne') : undefined}
        subtitle={deviceNews(session, device)}
        mark={
          device.revokedAt === undefined && (
            <Button variant="quiet" name={`${t('settings.revoke')}: ${device.label}`} onClick={() => setIsAsking(true)}>
              {t('settings.revoke')}
            </Button>
          )
        }
      />
      {isAsking && <RevokeDialog device={device} onClose={() => setIsAsking(false)} onRevoked={onRevoked} />}
    </>
  );
}

function RevokeDialog({
  device,
  onClose,
  onRevoked,
}: {
  device: DeviceLine;
  onClose: () => void;
  onRevoked: () => void;
}) {
  const { words, remote, say } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<RemoteTrouble | undefined>(undefined);
  const revoke = async () => {
    setIsBusy(true);
    const answer = await remote.revokeDevice(device.id);
    setIsBusy(false);
    if (!answer.ok) return setTrouble(answer.error);
    say({ text: t('settings.revoked', { label: device.label }), tone: 'ok' });
    onClose();
    onRevoked();
  };
  return (
    <ConfirmDialog
      title={t('settings.revoke.ask', { label: device.label })}
      closeLabel={t('verb.close')}
      noLabel={t('verb.cancel')}
      yesLabel={t('settings.revoke.yes')}
      isGrave
      busy={isBusy}
      onNo={onClose}
      onYes={() => revoke()}
    >
      <Stack>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {t(`remote.${trouble}`)}
          </Note>
        )}
        <p>{t('settings.revoke.what')}</p>
        <p>{t('settings.revoke.work')}</p>
        <p>{t('settings.revoke.files')}</p>
        {device.isThisOne && <Note tone="stop">{t('settings.revoke.thisOne')}</Note>}
      </Stack>
    </ConfirmDialog>
  );
}

function deviceNews({ words, today }: FeatureSession, { enrolledAt, lastSeenAt, revokedAt }: DeviceLine): string {
  const when = (instant: string) => dayAndTime(words, instant, today());
  if (revokedAt !== undefined) return words.t('settings.device.revoked', { when: when(revokedAt) });
  if (lastSeenAt !== undefined) return words.t('settings.device.seen', { when: when(lastSeenAt) });
  return words.t('settings.device.neverSeen', { when: when(enrolledAt) });
}
