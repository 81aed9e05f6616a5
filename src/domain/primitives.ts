import { z } from 'zod';

/**
 * The small shapes that every border parses with: ids, instants, calendar dates, bounded text.
 * A string that passes here is safe to store in PostgreSQL, to seal, to print and to compare.
 */

/** UUIDv7 in lower case. Made by the `newId` port, never by the domain. */
export const Id = z.uuidv7().lowercase().brand<'Id'>();
export type Id = z.infer<typeof Id>;

/** Municipality (tenant) id: `c_` + codice catastale in lower case, e.g. `c_d969` for Genova (iPA code). */
export const MunicipalityId = z
  .string()
  .regex(/^c_[a-z][0-9]{3}$/)
  .brand<'MunicipalityId'>();
export type MunicipalityId = z.infer<typeof MunicipalityId>;

/** UTC instant with milliseconds, `2026-11-23T17:41:00.000Z`. Device instants are shown, never trusted to order anything. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

const EARLIEST_DATE = '1900-01-01';
const LATEST_DATE = '2199-12-31';

/** Calendar date that exists, `2026-11-23`; 30 February is refused. */
export const CalendarDate = z.iso
  .date()
  .refine((date) => date >= EARLIEST_DATE && date <= LATEST_DATE, { error: 'DateOutOfRange' });
export type CalendarDate = z.infer<typeof CalendarDate>;

/** Time of day, `17:41`. */
export const TimeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Whole euro cents, never negative; ten million euro is more than any rent. */
export const Cents = z.int().min(0).max(1_000_000_000);
export type Cents = z.infer<typeof Cents>;

// Lone surrogates cannot be stored as UTF-8; NUL cannot be stored by PostgreSQL; other controls only hide things.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point.
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text of 1 to `lengthMax` UTF-16 units with something visible in it. Unknown is a missing field, never an empty string. */
export const text = (lengthMax: number) =>
  z
    .string()
    .min(1)
    .max(lengthMax)
    .refine((value) => value.isWellFormed(), { error: 'TextBroken' })
    .refine((value) => !CONTROL_CHARACTERS.test(value), { error: 'TextHasControls' })
    .refine((value) => value.trim().length > 0, { error: 'TextEmpty' });

export const SHORT_TEXT_LENGTH_MAX = 120;
export const NOTE_LENGTH_MAX = 4_000;
export const ShortText = text(SHORT_TEXT_LENGTH_MAX);
export const Note = text(NOTE_LENGTH_MAX);

/** Telephone number as people write it; for comparing, take its digits. E.164 allows 15 digits, short codes have 3. */
export const Phone = text(40).refine(
  (value) => /^[+]?[0-9 ()./-]+$/.test(value) && /^[0-9]{3,15}$/.test(value.replaceAll(/[^0-9]/g, '')),
  { error: 'PhoneInvalid' },
);

/** RFC 5321 limits an address to 254 characters. */
export const Email = z.email({ error: 'EmailInvalid' }).max(254);

/** A page of the web, by http or https only: an address that runs something is no link. */
export const WebLink = z.url({ protocol: /^https?$/, error: 'LinkInvalid' }).max(300);

/** One or more codes, each once. Nothing chosen is a missing field, never an empty list. */
export const listOf = <Code extends z.ZodType<string>>(code: Code) =>
  z
    .array(code)
    .min(1)
    .refine((codes) => new Set(codes).size === codes.length, { error: 'ListHasTwice' });

/** Name of a field of a kind; the pattern keeps `__proto__` and its relatives out of every map we build. */
export const FieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
export type FieldName = z.infer<typeof FieldName>;
