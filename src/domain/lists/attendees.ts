import { z } from 'zod';

/** Who came without being registered: somebody unknown, or a resident of the neighbourhood, who is no person served. */
export const ATTENDEES = ['UNKN', 'RESI'] as const;
export const Attendee = z.enum(ATTENDEES);
export type Attendee = z.infer<typeof Attendee>;

/** Volunteer is a role at an event, not another population: beneficiaries and residents both take it. */
export const EVENT_ROLES = ['PART', 'VOLU', 'ORGA'] as const;
export const EventRole = z.enum(EVENT_ROLES);
export type EventRole = z.infer<typeof EventRole>;
