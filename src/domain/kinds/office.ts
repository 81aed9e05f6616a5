import { z } from 'zod';
import { DIRECTORY_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { Language } from '../lists/languages.ts';
import { OfficeKind } from '../lists/office-kinds.ts';
import { OpeningHours } from '../opening-hours.ts';
import { Email, listOf, Note, Phone, ShortText, WebLink } from '../primitives.ts';

/** An office or service of the city that people are sent to. Public facts only: who is sent there stands in the service. */
export const Office = z.strictObject({
  name: ShortText,
  type: OfficeKind,
  address: ShortText.optional(),
  phone: Phone.optional(),
  email: Email.optional(),
  hours: OpeningHours.optional(),
  languages: listOf(Language).optional(),
  link: WebLink.optional(),
  /** What one has to know before going: appointment, documents, which bell. */
  note: Note.optional(),
});
export type Office = z.infer<typeof Office>;

export const officeKind = defineKind({
  kind: 'office',
  schema: Office,
  classes: {
    name: 'open',
    type: 'open',
    address: 'open',
    phone: 'open',
    email: 'open',
    hours: 'open',
    languages: 'open',
    link: 'open',
    note: 'open',
  },
  access: DIRECTORY_ACCESS,
  isReviewed: false,
  rules: () => [],
});
