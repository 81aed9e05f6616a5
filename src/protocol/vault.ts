import { z } from 'zod';
import { Base64url } from './base64url.ts';
import { ProtocolVersion } from './version.ts';

/**
 * A vault makes itself known, signed in as its owner: `PUT /vaults/:vaultId`. From then on the server can open what this vault sealed,
 * through the municipality's escrow key, and knows whose it is: what a mailbox or a rescue file brings is believed because only the
 * owner's data key can have sealed it.
 */
export const EscrowSlotMessage = z.strictObject({
  kind: z.literal('escrow'),
  keyId: z.string().max(64),
  /** HPKE encapsulated key and sealed data key, base64url. */
  enc: Base64url.max(200),
  sealed: Base64url.max(200),
});

export const VaultRegistration = z.strictObject({ protocol: ProtocolVersion, escrow: EscrowSlotMessage });
export type VaultRegistration = z.infer<typeof VaultRegistration>;

/**
 * The owner, signed in with a new password, gets the vault's data key back: `POST /vaults/:vaultId/recover`. The key travels
 * sealed (HPKE, RFC 9180) to a key pair that the device made for this one request.
 */
export const RecoverRequest = z.strictObject({ protocol: ProtocolVersion, publicKey: Base64url.max(200) });
export type RecoverRequest = z.infer<typeof RecoverRequest>;

export const RecoverResponse = z.strictObject({ enc: Base64url.max(200), sealed: Base64url.max(200) });
export type RecoverResponse = z.infer<typeof RecoverResponse>;
