import { z } from 'zod';

/** [S] VALD it is valid · WDRN the municipality withdrew it. */
export const CERTIFICATE_STATES = ['VALD', 'WDRN'] as const;
export const CertificateState = z.enum(CERTIFICATE_STATES);
export type CertificateState = z.infer<typeof CertificateState>;
