import { useEffect, useState } from 'preact/hooks';
import { guestStanding } from '../../domain/guest-time.ts';
import type { Event } from '../../domain/kinds/event.ts';
import { NOTICE_LANGUAGES } from '../../domain/lists/notice.ts';
import type { GuestWords } from '../../i18n/load-guest.ts';
import { NOTICE_TONGUES } from '../../i18n/load-notice.ts';
import { Note } from '../../ui/Note.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import { tieDots } from '../../ui/tie-dots.ts';
import { eventFieldsOf } from '../event-records.ts';
import { GuestCounter } from './GuestCounter.tsx';
import { GuestEnd } from './GuestEnd.tsx';
import { GuestTurn } from './GuestTurn.tsx';
import { useGuest } from './guest-session.ts';
import { guestState, isForgotten, isStuck } from './guest-state.ts';

/** How often the end of the event is looked for while nobody taps. */
const LOOK_MS = 30_000;

/** Everything a volunteer needs at a door, on one page: a number, a huge +1, a card, their hours, and no name of anybody. */
export function GuestPage() {
  const { vault, words, event, scanned } = useGuest();
  const { t } = words;
  const isWorking = useWorking();
  useLookAgain();
  const late = vault.attentionCount.value;
  const held = vault.caseload.find(event);
  const fields = held === undefined ? {} : eventFieldsOf(held);
  return (
    <div class="guest">
      <header class="guest-head">
        <div>
          <h1>
            <bdi>{fields.title ?? 'Taccuino'}</bdi>
          </h1>
          <p class="soft">{tieDots(whenAndWhere(words, fields))}</p>
        </div>
        <StatePill {...guestState(vault, words)} announcement={guestState(vault, words).label} />
      </header>
      <main class="guest-body" id="main" tabIndex={-1}>
        {scanned && (
          <Note tone="wait" role="status">
            {t(scanned)}
          </Note>
        )}
        {isStuck(vault) && (
          <Note tone="stop">
            {t('cannotSendText')} {isForgotten(vault) && t('noEventText')}
          </Note>
        )}
        {late > 0 && <Note tone="off">{t('late', { n: late })}</Note>}
        <Counting />
        {isWorking && <GuestTurn />}
        <GuestEnd />
        <p class="guest-line">{t('noNames')}</p>
        <Languages />
      </main>
    </div>
  );
}

/** The counter while people come; before and after it, why it is not there. */
function Counting() {
  const { vault, words, event, today, now, isEnded } = useGuest();
  const { t } = words;
  const isClosedEarly = useClosedEarly();
  const held = vault.caseload.find(event);
  // Let in by a late code with nothing to bring: no event comes to this phone any more.
  if (held === undefined && isEnded) {
    return (
      <Note tone="ok" title={t('over')} role="status">
        {t('endedText')}
      </Note>
    );
  }
  // The first pull is on its way: what is tapped now is checked against the event when it comes.
  if (held === undefined) return <p class="guest-line">{t('checking')}</p>;
  if (isClosedEarly) {
    return (
      <Note tone="wait" title={t('ended')} role="status">
        {t('endedText')}
      </Note>
    );
  }
  const { date = '', state } = eventFieldsOf(held);
  if (state === 'CANC' || held.record.removed) return <Note tone="wait">{t('cancelled')}</Note>;
  if (date > today()) return <Note tone="off">{t('notYet', { date: words.formatDay(date) })}</Note>;
  if (guestStanding(held.record, undefined, now()) !== 'open') {
    return (
      <Note tone="ok" title={t('over')}>
        {t('overText')}
      </Note>
    );
  }
  return <GuestCounter event={held} />;
}

/** The code was ended while the event still goes on: nothing more is written with this phone, hours neither. */
function useClosedEarly(): boolean {
  const { vault, event, now, isEnded } = useGuest();
  const held = vault.caseload.find(event);
  return isEnded && (held === undefined || guestStanding(held.record, undefined, now()) === 'open');
}

/** Whether there are hours to write: from the day of the event on, and not when it was called off or the code was ended. */
function useWorking(): boolean {
  const { vault, event, today, isEnded } = useGuest();
  const isClosedEarly = useClosedEarly();
  const held = vault.caseload.find(event);
  if (held === undefined) return !isEnded;
  const { date = '', state } = eventFieldsOf(held);
  return !isClosedEarly && date <= today() && state !== 'CANC' && !held.record.removed;
}

function whenAndWhere(words: GuestWords, { date, endTime, place }: Partial<Event>): string {
  const parts = [
    date && words.formatDay(date),
    endTime && words.t('until', { time: endTime }),
    // A name of a place reads its own way inside ours: https://www.unicode.org/reports/tr9/#FSI
    place && `\u2068${place}\u2069`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function Languages() {
  const { words, chooseLanguage } = useGuest();
  return (
    <fieldset class="guest-languages">
      <legend class="sr-only">{words.t('language')}</legend>
      {NOTICE_LANGUAGES.map((language) => {
        const { name, tag, dir } = NOTICE_TONGUES[language];
        return (
          <button
            key={language}
            type="button"
            class="chip"
            lang={tag}
            dir={dir}
            aria-pressed={language === words.language}
            onClick={() => chooseLanguage(language)}
          >
            {name}
          </button>
        );
      })}
    </fieldset>
  );
}

function useLookAgain(): void {
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((looks) => looks + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
}
