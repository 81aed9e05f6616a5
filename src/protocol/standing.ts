import { z } from 'zod';
import { Author } from '../domain/actor.ts';
import { Note } from '../domain/primitives.ts';
import { RecordEnvelope } from '../domain/record.ts';
import { Refusal } from '../domain/refusal.ts';
import { ProtocolVersion } from './version.ts';

/**
 * What became of changes that were refused: `POST /standing`. A device asks for the rows that need attention on it, because somebody else
 * may have dealt with them: a coordinator on the server's list, or the author on another device.
 */
export const STANDING_CHANGES_MAX = 100;

export const StandingRequest = z.strictObject({
  protocol: ProtocolVersion,
  changeIds: z.array(z.uuid()).min(1).max(STANDING_CHANGES_MAX),
});
export type StandingRequest = z.infer<typeof StandingRequest>;

const changeId = z.uuid();

export const Standing = z.discriminatedUnion('standing', [
  /** Still not taken, perhaps for another reason than before; `note`: the coordinator's, who gave it back. */
  z.strictObject({ changeId, standing: z.literal('refused'), refusal: Refusal, note: Note.optional() }),
  /** It waits for a coordinator's yes. */
  z.strictObject({ changeId, standing: z.literal('held') }),
  /** It counts now. `by`: the coordinator who said yes; absent when it came in another way. */
  z.strictObject({ changeId, standing: z.literal('accepted'), by: Author.optional() }),
  /** A coordinator has written the right value with a change of their own. */
  z.strictObject({ changeId, standing: z.literal('mended'), by: Author.optional() }),
  /** A coordinator closed it without taking it. */
  z.strictObject({ changeId, standing: z.literal('dismissed'), by: Author.optional(), note: Note.optional() }),
  /** The author let it go, here or on another device. */
  z.strictObject({ changeId, standing: z.literal('discarded') }),
]);
export type Standing = z.infer<typeof Standing>;

/** A change that is not in the answer is none of the caller's, or the server knows nothing new of it: the device's row stays as it is. */
export const StandingResponse = z.strictObject({
  standings: z.array(Standing).max(STANDING_CHANGES_MAX),
  /** The records of what was accepted or mended, as they are now, visible to the actor: a row leaves in the transaction that stores them. */
  records: z.array(RecordEnvelope),
});
export type StandingResponse = z.infer<typeof StandingResponse>;
