import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { instantToOfficeDate } from '../../i18n/office-date.ts';
import type { Translator } from '../../i18n/translate.ts';
import { ownServices, serviceFieldsOf, timeOfService } from '../own-services.ts';

/**
 * What the person wrote today, the latest first: services dated today, and people registered and placements opened today. Without
 * the last two, somebody who has just registered a person comes home to a day on which nothing seems to have happened.
 */
export function doneToday(vault: OpenVault, words: Translator, today: CalendarDate): readonly CaseRecord[] {
  const services = ownServices(vault).filter((held) => serviceFieldsOf(held).date === today);
  const others = vault.caseload.all().filter(({ record }) => {
    const isAlive = !record.removed && record.mergedInto === undefined;
    const isOwn = record.createdBy.id === vault.actor.id;
    return isAlive && isOwn && !KINDS_APART.has(record.kind) && instantToOfficeDate(record.createdAt) === today;
  });
  if (others.length === 0) return services;
  const timeOf = (held: CaseRecord): string => timeOfDone(held, words);
  return [...services, ...others].sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
}

/** Services have a day of their own, and a list of presences is one event's: twenty rows would hide the day. */
const KINDS_APART: ReadonlySet<string> = new Set(['service', 'attendance']);

export const timeOfDone = (held: CaseRecord, { formatTime }: Translator): string =>
  held.record.kind === 'service' ? timeOfService(held, formatTime) : formatTime(held.record.createdAt);
