import { Columns } from '../../ui/Columns.tsx';
import { Tiles } from '../../ui/Tiles.tsx';
import { doorsOf } from '../doors.ts';
import { findLastStop, ownServices } from '../own-services.ts';
import { firstNameOf, Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { DoneToday } from './DoneToday.tsx';
import { DraftNotes } from './DraftNotes.tsx';
import { DueToday } from './DueToday.tsx';
import { doneToday } from './done-today.ts';
import { ForYou } from './ForYou.tsx';
import { greetingOf } from './greeting.ts';
import { LastStop } from './LastStop.tsx';

/** Home of who is out on the street: what to write next, what was written today, what came back. */
export function TodayPage() {
  const { vault, words, today, now, deviceLabel } = useSession();
  const day = today();
  const services = ownServices(vault);
  const stop = findLastStop(services);
  const greeting = greetingOf(words.formatTime(now()));
  return (
    <Screen
      title={words.t(`today.${greeting}`, { name: firstNameOf(vault.actor.name) })}
      subtitle={`${words.formatDate(day, 'weekday')} · ${deviceLabel}`}
    >
      <Tiles label={words.t('today.doors')} tiles={doorsOf(words)} />
      <DraftNotes />
      <Columns
        main={<DoneToday done={doneToday(vault, words, day)} hasOlder={services.length > 0} />}
        side={
          <>
            {stop && <LastStop stop={stop} />}
            <ForYou />
            <DueToday />
          </>
        }
      />
    </Screen>
  );
}
