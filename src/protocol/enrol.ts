import { z } from 'zod';
import { MunicipalityId, ShortText } from '../domain/primitives.ts';
import { ProtocolVersion } from './version.ts';

/** A device joins a municipality with a short code that an administrator made: `POST /enrol`, no session. */

/** `D969-7K3M-9QXT`: codice catastale, then two groups without look-alike characters. Typed in any case, with or without hyphens. */
export const EnrolmentCode = z
  .string()
  .max(40)
  .transform((code) => code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().regex(/^[A-Z][0-9]{3}[A-HJ-NP-Z2-9]{8}$/));

export const EnrolRequest = z.strictObject({ protocol: ProtocolVersion, code: z.string().max(40), label: ShortText });
export type EnrolRequest = z.infer<typeof EnrolRequest>;

/** The municipality's public key that every vault is also sealed to (HPKE), so that a locked device never loses work. */
export const EscrowKey = z.strictObject({ keyId: z.string().max(64), publicKey: z.string().max(200) });
export type EscrowKey = z.infer<typeof EscrowKey>;

export const EnrolResponse = z.strictObject({
  deviceId: z.uuid(),
  /** Proves that this device was enrolled; it opens nothing but sign-in. */
  deviceToken: z.string().max(200),
  municipality: z.strictObject({ id: MunicipalityId, name: ShortText }),
  escrow: EscrowKey,
});
export type EnrolResponse = z.infer<typeof EnrolResponse>;
