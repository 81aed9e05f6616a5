import { z } from 'zod';
import { Author } from '../domain/actor.ts';
import { Instant, Note, ShortText } from '../domain/primitives.ts';
import { Refusal } from '../domain/refusal.ts';
import { ProtocolVersion } from './version.ts';

/**
 * What the server could not simply take, as a coordinator sees it: `GET /attention`. A refused change stays here with its reason until its
 * author mends or discards it, or a coordinator settles it; what a revoked device brought is held here until a coordinator says yes.
 */
export const ATTENTION_ITEMS_MAX = 500;

export const ServerAttentionItem = z.strictObject({
  /** The change's own id. */
  changeId: z.uuid(),
  why: z.enum(['refused', 'held']),
  /** With `refused`. */
  refusal: Refusal.optional(),
  /** The change as it came; parsed by whoever shows it. Absent when it was not readable as a change at all. */
  change: z.looseObject({ id: z.uuid() }).optional(),
  author: Author,
  deviceLabel: ShortText,
  receivedAt: Instant,
  /** Given back to its author, who has not dealt with it yet. */
  sentBackAt: Instant.optional(),
});
export type ServerAttentionItem = z.infer<typeof ServerAttentionItem>;

export const AttentionResponse = z.strictObject({ items: z.array(ServerAttentionItem).max(ATTENTION_ITEMS_MAX) });
export type AttentionResponse = z.infer<typeof AttentionResponse>;

/**
 * A coordinator settles one: `POST /attention/:changeId`. `apply`: decide it again, now, as its author's change · `send-back`: its
 * author finds it under "needs attention" on any of their devices · `mended`: the coordinator has written the right value with a
 * change of their own · `dismiss`: nothing more is to be done, with the reason in the audit.
 */
export const SettleRequest = z.strictObject({
  protocol: ProtocolVersion,
  how: z.enum(['apply', 'send-back', 'mended', 'dismiss']),
  note: Note.optional(),
});
export type SettleRequest = z.infer<typeof SettleRequest>;

/** With `apply`: whether the change was taken; when not, it stays, with the new reason. */
export const SettleResponse = z.strictObject({ isSettled: z.boolean(), refusal: Refusal.optional() });
export type SettleResponse = z.infer<typeof SettleResponse>;

/** Changes of the caller that were sent back: `GET /returned`. A device keeps each as a row that needs attention, then says so: `POST /returned/taken`. */
export const RETURNED_MAX = 100;
export const ReturnedChange = z.strictObject({
  changeId: z.uuid(),
  change: z.looseObject({ id: z.uuid() }),
  refusal: Refusal.optional(),
  note: Note.optional(),
});
export type ReturnedChange = z.infer<typeof ReturnedChange>;
export const ReturnedResponse = z.strictObject({ changes: z.array(ReturnedChange).max(RETURNED_MAX) });
export type ReturnedResponse = z.infer<typeof ReturnedResponse>;

export const ReturnedTaken = z.strictObject({
  protocol: ProtocolVersion,
  changeIds: z.array(z.uuid()).min(1).max(RETURNED_MAX),
});
export type ReturnedTaken = z.infer<typeof ReturnedTaken>;
