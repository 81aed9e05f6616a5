import type { JsonValue } from '../../domain/json-value.ts';
import type { AnonymousContact, Service } from '../../domain/kinds/service.ts';
import type { RecordForm } from '../use-record-form.ts';
import type { Habits } from './habits.ts';

/** What every part of the form is given. */
export type ServiceFormPart = { readonly form: RecordForm; readonly habits: Habits };

/** A form's values may be half filled, so that every one of them may be missing. */
export const serviceValues = ({ values }: RecordForm): Partial<Service> => values as Partial<Service>;

/** The contact with one answer more, or one less. */
export function contactWith(
  contact: Partial<AnonymousContact> | undefined,
  answer: Partial<Record<keyof AnonymousContact, JsonValue | undefined>>,
): JsonValue {
  const answers: [string, JsonValue | undefined][] = Object.entries({ ...contact, ...answer });
  return Object.fromEntries(answers.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}
