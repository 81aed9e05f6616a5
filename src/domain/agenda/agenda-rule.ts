/**
 * APPO an appointment · PERM a permit to renew · ESCI an expected exit · INVI a referral to ask about · MESE a month in a home to tell ·
 * PASS the next step of a placement · FUP3, FUP6 three and six months after an exit. Never stored.
 */
export type AgendaCode = 'APPO' | 'PERM' | 'ESCI' | 'INVI' | 'MESE' | 'PASS' | 'FUP3' | 'FUP6';

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
  /** And that many months. */
  readonly afterMonths?: number;
  /** Due again every month, on its last day, from the month of `from` on; each month is done by itself. */
  readonly every?: 'month';
  /** Only while the field holds one of these codes; of a list, at least one of them. */
  readonly only?: { readonly field: string; readonly oneOf: readonly string[] };
  /** Of a period that is closed nothing can be answered any more, so nothing is asked. */
  readonly untilLocked?: true;
  /** Done as soon as this field of the record has a value. */
  readonly doneField?: string;
  /** Done by a record about this one, whoever wrote it: of that kind, and with that code, or the month of what is due, in that field. */
  readonly doneBy?: { readonly kind: string; readonly field: string; readonly code?: string };
  /** What is overdue by more than this is no reminder any more, it is a record to correct. */
  readonly overdueDaysMax: number;
};
