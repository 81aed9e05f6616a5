import type { Fields } from '../../domain/json-value.ts';
import type { CalendarDate, TimeOfDay } from '../../domain/primitives.ts';
import { type Stop, stopToFields } from '../own-services.ts';

type Start = { readonly today: CalendarDate; readonly time: TimeOfDay; readonly stop: Stop | undefined };

/** An anonymous contact starts where the last one was, now, with one person: the rest is two taps. */
export const startOfContact = ({ today, time, stop }: Start): Fields => ({
  date: today,
  time,
  ...stopToFields(stop, today),
  contact: { count: 1 },
});

/** The last stop once more: what was done there too, so that a crowd at one square is two taps each. */
export const startOfRepeat = (start: Start): Fields => ({
  ...startOfContact(start),
  ...(start.stop?.types !== undefined && { types: [...start.stop.types] }),
});

/** A group is met where the last stop was, now; who was there comes next. */
export const startOfGroup = ({ today, time, stop }: Start): Fields => ({
  date: today,
  time,
  ...stopToFields(stop, today),
});

/** A household is there with everybody who belongs to it; who was not is ticked off. */
export const startOfHousehold = (household: string | undefined, members: readonly string[]): Fields =>
  household === undefined ? {} : { householdId: household, people: [...members] };

/** A service for a person starts now; yesterday's square is no likely place for it. */
export const startOfService = ({ today, time, stop }: Start, beneficiary: string): Fields => ({
  date: today,
  time,
  ...(stop?.date === today && stopToFields(stop, today)),
  beneficiary,
});
