import { z } from 'zod';
import { Role } from '../domain/actor.ts';
import { Instant, ShortText } from '../domain/primitives.ts';
import { SessionRequest, Username } from './session.ts';
import { ProtocolVersion } from './version.ts';

/** Accounts of the municipality, for coordinators and admins: `GET /accounts`. */
export const AccountSummary = z.strictObject({
  id: z.uuid(),
  username: Username,
  name: ShortText,
  role: Role,
  createdAt: Instant,
  disabledAt: Instant.optional(),
});
export type AccountSummary = z.infer<typeof AccountSummary>;
export const AccountsResponse = z.strictObject({ accounts: z.array(AccountSummary) });
export type AccountsResponse = z.infer<typeof AccountsResponse>;

/**
 * A new password, as the login secret derived from it: the password itself never leaves a device. `POST /accounts/:id/reset` by a
 * coordinator ends all sessions of the account.
 */
export const ResetRequest = z.strictObject({ protocol: ProtocolVersion, secret: SessionRequest.shape.secret });
export type ResetRequest = z.infer<typeof ResetRequest>;

/** A person changes their own password: `POST /password`. Ends their sessions on other devices. */
export const PasswordRequest = z.strictObject({
  protocol: ProtocolVersion,
  oldSecret: SessionRequest.shape.secret,
  newSecret: SessionRequest.shape.secret,
});
export type PasswordRequest = z.infer<typeof PasswordRequest>;
