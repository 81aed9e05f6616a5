import type { CaseRecord } from '../../device/open-vault.ts';
import { isStageReached } from '../../domain/kinds/placement-stages.ts';
import type { Service } from '../../domain/kinds/service.ts';
import { instantToOfficeDate } from '../../i18n/office-date.ts';
import { placementFieldsOf, stageOf } from '../housing-path.ts';

/** What happened with a person, as rows of the page: services, and the turns of the housing pathway. Pure. */
export type HistoryRow = {
  readonly key: string;
  readonly held: CaseRecord;
  readonly what: 'service' | PlacementEvent;
  readonly date: string;
  /** Of one placement only the latest row tells how the record stands. */
  readonly hasMark: boolean;
};
export type PlacementEvent = 'referral' | 'entry' | 'exit' | 'placement';

export function historyOf(about: readonly CaseRecord[]): HistoryRow[] {
  return about
    .flatMap((held) => (held.record.kind === 'placement' ? placementRows(held) : [serviceRow(held)]))
    .sort(latestFirst);
}

function serviceRow(held: CaseRecord): HistoryRow {
  const { date } = held.record.fields as Partial<Service>;
  return { key: held.record.id, held, what: 'service', date: date ?? dateOfCreation(held), hasMark: true };
}

function placementRows(held: CaseRecord): HistoryRow[] {
  const fields = placementFieldsOf(held);
  const hasMovedIn = isStageReached(stageOf(fields), 'INSE');
  const dated: readonly (readonly [PlacementEvent, string | undefined])[] = [
    ['exit', fields.exitDate],
    ['entry', hasMovedIn ? fields.entryDate : undefined],
    ['referral', fields.referralDate],
  ];
  const events = dated.flatMap(([what, date]) => (date === undefined ? [] : [{ what, date }]));
  const shown = events.length > 0 ? events : [{ what: 'placement' as const, date: dateOfCreation(held) }];
  return shown.map(({ what, date }, index) => ({
    key: `${held.record.id} ${what}`,
    held,
    what,
    date,
    hasMark: index === 0,
  }));
}

/** Of one day: what was written later stands higher; a service's own time goes before that. */
function latestFirst(a: HistoryRow, b: HistoryRow): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [timeA, timeB] = [timeOf(a), timeOf(b)];
  if (timeA !== undefined && timeB !== undefined && timeA !== timeB) return timeA < timeB ? 1 : -1;
  return a.held.record.id < b.held.record.id ? 1 : -1;
}

const timeOf = ({ held }: HistoryRow): string | undefined => (held.record.fields as Partial<Service>).time;

const dateOfCreation = ({ record }: CaseRecord): string => instantToOfficeDate(record.createdAt);
