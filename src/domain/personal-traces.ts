/**
 * What betrays a person in a text that all cities read: numbers and addresses by which one is reached or registered. Names are another
 * matter (`names-in-text.ts`): they can only be guessed, so they are a warning, and these are a rule.
 */
const TRACES = [
  /** An e-mail address. */
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  /** Italian tax number: https://www.agenziaentrate.gov.it, six letters, two digits, … */
  /\b[A-Z]{6}[0-9]{2}[A-EHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]\b/i,
  /** Nine digits and more in a row, however grouped: a telephone or a document. Amounts and years are shorter. */
  /(?:\+|\b)(?:[0-9][ ./-]?){8,}[0-9]\b/,
] as const;

export const hasPersonalTrace = (text: string): boolean => TRACES.some((trace) => trace.test(text));
