import type { CaseRecord } from '../../device/open-vault.ts';
import type { DayOccupancy } from '../../domain/occupancy.ts';
import { calendarIcon, checkIcon, closeIcon } from '../../ui/icons.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { dwellingFieldsOf, isClosed } from '../dwelling-records.ts';
import { useSession } from '../session.ts';

/** How a dwelling stands today, worst news first: too full, gone, not there yet, full, places free. */
export function FreeMark({ dwelling, occupancy }: { readonly dwelling: CaseRecord; readonly occupancy: DayOccupancy }) {
  const { words, today } = useSession();
  const { t } = words;
  const fields = dwellingFieldsOf(dwelling);
  const { places, taken, free } = occupancy;
  if (taken > places) return <StateMark tone="stop" label={t('dwellings.overToday', { n: taken - places })} />;
  if (isClosed(fields, today())) return <StateMark tone="off" icon={closeIcon} label={t('dwellings.ended')} />;
  if (places === 0 && fields.freeFromDate !== undefined) {
    const date = words.formatDate(fields.freeFromDate);
    return <StateMark tone="off" icon={calendarIcon} label={t('dwellings.notYet', { date })} />;
  }
  return free > 0 ? (
    <StateMark tone="ok" icon={checkIcon} loud label={t('dwellings.freeToday', { n: free })} />
  ) : (
    <StateMark tone="wait" icon={closeIcon} label={t('dwellings.freeToday', { n: 0 })} />
  );
}
