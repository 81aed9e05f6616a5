import { z } from 'zod';
import { RecordEnvelope, Version } from '../domain/record.ts';
import { Refusal } from '../domain/refusal.ts';
import { Sha256Hex } from './sha256-hex.ts';
import { ProtocolVersion } from './version.ts';

/** Changes go up: `POST /push`. One request is one transaction; each change gets a verdict of its own. */

/** A few hundred changes keep a transaction short and a cut connection cheap. */
export const PUSH_CHANGES_MAX = 500;

/** One person's outbox on one device: the sequence numbers of a stream have no gap and never go back. */
export const StreamId = z.uuid();
export type StreamId = z.infer<typeof StreamId>;

/** A server restored from a backup has a new epoch. */
export const Epoch = z.uuid();
export type Epoch = z.infer<typeof Epoch>;

/** Place of a change in its stream, from 1. */
export const Sequence = z.int().min(1);

export const PushedChange = z.strictObject({
  seq: Sequence,
  hash: Sha256Hex,
  /** Parsed change by change on the server, so that a poison one is refused alone and stops nothing else. */
  change: z.looseObject({ id: z.uuid() }),
});
export type PushedChange = z.infer<typeof PushedChange>;

export const PushRequest = z.strictObject({
  protocol: ProtocolVersion,
  stream: StreamId,
  changes: z.array(PushedChange).min(1).max(PUSH_CHANGES_MAX),
});
export type PushRequest = z.infer<typeof PushRequest>;

export const Verdict = z.discriminatedUnion('verdict', [
  /** `version`: what the record became; absent when the change left every record as it was. */
  z.strictObject({
    seq: Sequence,
    changeId: z.uuid(),
    verdict: z.enum(['accepted', 'merged', 'conflict']),
    version: Version.optional(),
  }),
  z.strictObject({ seq: Sequence, changeId: z.uuid(), verdict: z.literal('refused'), refusal: Refusal }),
]);
export type Verdict = z.infer<typeof Verdict>;

export const PushResponse = z.strictObject({
  epoch: Epoch,
  /** The last sequence number of the stream that the server holds. */
  mark: z.int().min(0),
  verdicts: z.array(Verdict),
  /** The records these changes touched as they are now, visible to the actor: the outbox rows leave in the transaction that stores them. */
  records: z.array(RecordEnvelope),
});
export type PushResponse = z.infer<typeof PushResponse>;
