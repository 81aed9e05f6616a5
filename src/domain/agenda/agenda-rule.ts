/** APPO an appointment · PERM a permit to renew · ESCI an expected exit · INVI a referral to ask about. Never stored. */
export type AgendaCode = 'APPO' | 'PERM' | 'ESCI' | 'INVI';

/**
 * One rule of the agenda, as data: which records it looks at, from which of their dates it counts, and what shows that it is done.
 * `agenda-of.ts` is the only reader.
 */
export type AgendaRule = {
  readonly code: AgendaCode;
  readonly kind: string;
  /** The date field it counts from; a record without that date has nothing due. */
  readonly from: string;
  /** Due that much later, or earlier when negative. */
  readonly afterDays: number;
  /** Only while the field holds one of these codes; of a list, at least one of them. */
  readonly only?: { readonly field: string; readonly oneOf: readonly string[] };
  /** Done as soon as this field of the record has a value. */
  readonly doneField?: string;
  /** What is overdue by more than this is no reminder any more, it is a record to correct. */
  readonly overdueDaysMax: number;
};
