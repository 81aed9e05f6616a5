import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { ATTENDANCE_MINUTES_MAX } from '../../domain/kinds/attendance.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { minutesToHours } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { hoursToChanges } from './presence-desk.ts';

/** How long such events last; any other length is typed. */
const USUAL_MINUTES = ['60', '90', '120', '180', '240'] as const;

/** The same hours for everybody who has none yet, in two taps. */
export function HoursCard({ presences }: { readonly presences: readonly CaseRecord[] }) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const [minutes, setMinutes] = useState<number | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const apply = async () => {
    if (minutes === undefined) return;
    setIsBusy(true);
    const changes = hoursToChanges(presences, minutes);
    for (const change of changes) {
      const answer = await vault.saveChange(change);
      if (answer.ok) continue;
      setIsBusy(false);
      return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    }
    setIsBusy(false);
    nudge();
    say({ text: t('events.hoursWritten', { n: changes.length }), tone: 'ok' });
  };
  return (
    <Card>
      <Stack>
        <ChoiceChips
          label={t('events.everybodyHours')}
          hint={t('events.hoursHint')}
          value={USUAL_MINUTES.find((usual) => usual === String(minutes))}
          onInput={(chosen) => setMinutes(chosen === undefined ? undefined : Number(chosen))}
          choices={USUAL_MINUTES.map((value) => ({ value, label: minutesToHours(words, Number(value)) }))}
        />
        <NumberField
          label={t('events.otherMinutes')}
          value={minutes}
          onInput={setMinutes}
          min={0}
          max={ATTENDANCE_MINUTES_MAX}
          suffix={t('events.minutesUnit')}
          unreadable={t('events.minutesUnreadable')}
        />
        <Button variant="ghost" busy={isBusy} disabled={minutes === undefined} onClick={() => apply()}>
          {t('events.applyHours')}
        </Button>
      </Stack>
    </Card>
  );
}
