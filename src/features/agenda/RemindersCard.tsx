import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useSession } from '../session.ts';

/** Whether reminders may be shown, and the one tap that asks for it; nothing where the browser has none. */
export function RemindersCard() {
  const { t } = useSession().words;
  const [permission, setPermission] = useState(() =>
    'Notification' in globalThis ? Notification.permission : undefined,
  );
  if (permission === undefined) return null;
  return (
    <Card title={t('agenda.reminders')}>
      {permission === 'granted' && <p>{t('agenda.remindersOn')}</p>}
      {permission === 'denied' && <p>{t('agenda.remindersDenied')}</p>}
      {permission === 'default' && (
        <>
          <p>{t('agenda.remindersOff')}</p>
          <Button
            variant="ghost"
            onClick={() => Notification.requestPermission().then((answer) => setPermission(answer))}
          >
            {t('agenda.remindersAllow')}
          </Button>
        </>
      )}
    </Card>
  );
}
