import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { LandlordType } from '../lists/landlord-types.ts';
import { Language } from '../lists/languages.ts';
import { Email, listOf, Note, Phone, ShortText } from '../primitives.ts';

/** Who gives a dwelling to the project. Often a private person: name and contacts are as personal as those of the people served. */
export const Landlord = z.strictObject({
  name: ShortText,
  type: LandlordType,
  /** Whom to ask for, where the owner is no person. */
  contactName: ShortText.optional(),
  phone: Phone.optional(),
  email: Email.optional(),
  languages: listOf(Language).optional(),
  note: Note.optional(),
  /** What only who wrote it and the coordinators read: trust, disputes, arrears. */
  restrictedNote: Note.optional(),
});
export type Landlord = z.infer<typeof Landlord>;

export const landlordKind = defineKind({
  kind: 'landlord',
  schema: Landlord,
  classes: {
    name: 'personal',
    type: 'open',
    contactName: 'personal',
    phone: 'personal',
    email: 'personal',
    languages: 'open',
    note: 'open',
    restrictedNote: 'restricted',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  rules: () => [],
});
