import { z } from 'zod';
import { AccountActor } from '../domain/actor.ts';
import { Instant } from '../domain/primitives.ts';
import { EscrowKey } from './enrol.ts';
import { ProtocolVersion } from './version.ts';

/** Signing in: `POST /session` with `Authorization: Device <deviceToken>`; signing out: `DELETE /session` with the bearer token. */

export const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);

export const SessionRequest = z.strictObject({
  protocol: ProtocolVersion,
  username: Username,
  /** base64url of 32 bytes: HKDF branch of Argon2id(password). The password itself never leaves the device. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SessionRequest = z.infer<typeof SessionRequest>;

export const SessionResponse = z.strictObject({
  /** Opaque; sent as `Authorization: Bearer <token>`. */
  token: z.string().max(200),
  expiresAt: Instant,
  actor: AccountActor,
  escrow: EscrowKey,
});
export type SessionResponse = z.infer<typeof SessionResponse>;
