import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { downloadIcon, shareIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { RescueRefusal } from '../remote-ports.ts';
import { useSession } from '../session.ts';
import { CarryIn } from './CarryIn.tsx';

type Made = 'saved' | 'shared' | RescueRefusal['type'];

/**
 * The way out for a device that no network reaches: what is only here as a file, saved, handed on, carried in by anyone. What is here
 * stays here; the server takes each change once, by whichever way it comes first.
 */
export function RescueCard() {
  const { vault, words, rescue } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);
  const [made, setMade] = useState<Made | undefined>(undefined);
  const waiting = vault.waitingCount.value;

  const make = async (handOver: (text: string) => Promise<Made | undefined>) => {
    setIsBusy(true);
    const answer = await rescue.create();
    setMade(answer.ok ? await handOver(answer.value) : answer.error.type);
    setIsBusy(false);
  };
  const save = () =>
    make(async (text) => {
      rescue.save(text);
      return 'saved';
    });
  const { share } = rescue;

  return (
    <Card title={t('rescue.title')}>
      <Stack>
        <p>{t('rescue.what')}</p>
        {(vault.status.value.filesWaiting ?? 0) > 0 && <p class="soft">{t('rescue.noFiles')}</p>}
        {waiting === 0 ? (
          <p class="soft">{t('rescue.notNeeded')}</p>
        ) : (
          <Stack inline>
            <Button variant="ghost" icon={downloadIcon} busy={isBusy} onClick={() => save()}>
              {t('rescue.save')}
            </Button>
            {share !== undefined && (
              <Button
                variant="quiet"
                icon={shareIcon}
                busy={isBusy}
                onClick={() => make(async (text) => ((await share(text)) ? 'shared' : undefined))}
              >
                {t('rescue.share')}
              </Button>
            )}
          </Stack>
        )}
        {made !== undefined && <MadeNote made={made} />}
        <CarryIn />
      </Stack>
    </Card>
  );
}

function MadeNote({ made }: { made: Made }) {
  const { t } = useSession().words;
  switch (made) {
    case 'saved':
    case 'shared':
      return (
        <Note tone="ok" role="status" title={t(`rescue.${made}`)}>
          {t('rescue.made.text')}
        </Note>
      );
    case 'NothingWaits':
      return (
        <Note tone="off" role="status">
          {t('rescue.notNeeded')}
        </Note>
      );
    case 'VaultUnregistered':
      return (
        <Note tone="wait" role="alert">
          {t('rescue.unregistered')}
        </Note>
      );
    default:
      return (
        <Note tone="stop" role="alert">
          {t(`trouble.${made}`)}
        </Note>
      );
  }
}
