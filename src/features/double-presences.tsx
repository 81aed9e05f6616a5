import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { minutesToHours, nameOfPerson } from './record-words.ts';
import { useSession } from './session.ts';
import {
  type DoublePresence,
  doublePresences,
  hasOtherHours,
  minutesHere,
  minutesThere,
  settlePresence,
} from './settle-presence.ts';
import { refusalToText } from './use-save.ts';

/** Two phones at one door: what both wrote is settled by one tap for all of them. Nothing where nothing is double. */
export function DoublePresences({ eventId, recordId }: { readonly eventId?: string; readonly recordId?: string }) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const doubles = doublePresences(vault, eventId).filter(
    ({ item }) => recordId === undefined || item.change.recordId === recordId,
  );
  if (doubles.length === 0) return null;
  const settle = async (hours: 'theirs' | 'ours') => {
    for (const double of doubles) {
      const answer = await settlePresence(vault, double, hours);
      if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    }
    nudge();
    say({ text: t('events.again.done') });
  };
  const differing = doubles.filter(hasOtherHours);
  return (
    <Note
      tone="wait"
      title={t('events.again.title', { n: doubles.length })}
      action={
        <Stack inline>
          <Button variant="ghost" onClick={() => settle('theirs')}>
            {t('events.again.keep')}
          </Button>
          {differing.length > 0 && (
            <Button variant="quiet" onClick={() => settle('ours')}>
              {t('events.again.hours')}
            </Button>
          )}
        </Stack>
      }
    >
      <p>{t('events.again.text')}</p>
      {differing.map((double) => (
        <HoursLine key={double.item.change.id} double={double} />
      ))}
    </Note>
  );
}

function HoursLine({ double }: { readonly double: DoublePresence }) {
  const { vault, words } = useSession();
  const { beneficiary } = double.item.change.fields;
  const told = (minutes: number | undefined): string =>
    minutes === undefined ? words.t('events.again.noHours') : minutesToHours(words, minutes);
  return (
    <p>
      {words.t('events.again.line', {
        name: nameOfPerson(vault, words, typeof beneficiary === 'string' ? beneficiary : undefined),
        here: told(minutesHere(double)),
        there: told(minutesThere(double)),
      })}
    </p>
  );
}
