import type { ActorRole } from './actor.ts';

/**
 * The grants a kind declares: role × field class × action. `own` means the record's creator.
 * `permissions.ts` is the only reader.
 */
export const FIELD_CLASSES = ['open', 'personal', 'restricted'] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];
export type Grant = 'all' | 'own' | 'none';
export type Access = {
  readonly create: Grant;
  readonly read: Readonly<Record<FieldClass, Grant>>;
  readonly write: Readonly<Record<FieldClass, Grant>>;
  readonly remove: Grant;
  /** Fields that this role never reads nor writes, whatever their class. */
  readonly never?: readonly string[];
};
export type AccessByRole = Readonly<Record<ActorRole, Access>>;

export const NO_ACCESS: Access = {
  create: 'none',
  read: { open: 'none', personal: 'none', restricted: 'none' },
  write: { open: 'none', personal: 'none', restricted: 'none' },
  remove: 'none',
};

/** Of a record that tells of no person: seen by those who work there too. */
const READ_OPEN: Access = { ...NO_ACCESS, read: { open: 'all', personal: 'none', restricted: 'none' } };

/** Records about a person served: restricted fields are for their author and the coordinators; monitors see figures, never people. */
export const CASE_RECORD_ACCESS: AccessByRole = {
  outreach: {
    create: 'all',
    read: { open: 'all', personal: 'all', restricted: 'own' },
    write: { open: 'all', personal: 'all', restricted: 'own' },
    remove: 'own',
  },
  coordinator: {
    create: 'all',
    read: { open: 'all', personal: 'all', restricted: 'all' },
    write: { open: 'all', personal: 'all', restricted: 'all' },
    remove: 'all',
  },
  volunteer: NO_ACCESS,
  monitor: NO_ACCESS,
  admin: NO_ACCESS,
  guest: NO_ACCESS,
};

/** An event tells of no person, so the volunteers who run it read it; a guest only the one they were let into (`guest-scope.ts`). */
export const EVENT_ACCESS: AccessByRole = { ...CASE_RECORD_ACCESS, volunteer: READ_OPEN, guest: READ_OPEN };

/** A guest counts who comes, sees what they counted themselves, and never says or hears who somebody is. */
export const ATTENDANCE_ACCESS: AccessByRole = {
  ...CASE_RECORD_ACCESS,
  guest: {
    create: 'all',
    read: { open: 'own', personal: 'own', restricted: 'none' },
    write: { open: 'own', personal: 'own', restricted: 'none' },
    remove: 'own',
    never: ['beneficiary', 'nickname'],
  },
};

/** What everybody at work may know and the coordinators keep right: it tells of no person. */
export const DIRECTORY_ACCESS: AccessByRole = {
  ...CASE_RECORD_ACCESS,
  outreach: READ_OPEN,
};

/** What the municipality answers for with its name: everybody who works there reads it, coordinators issue it and take it back. */
export const CERTIFICATE_ACCESS: AccessByRole = {
  ...CASE_RECORD_ACCESS,
  outreach: { ...NO_ACCESS, read: { open: 'all', personal: 'all', restricted: 'none' } },
};
