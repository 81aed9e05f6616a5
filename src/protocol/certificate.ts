import { z } from 'zod';
import { CertificateState } from '../domain/lists/certificate-states.ts';
import { CalendarDate, ShortText } from '../domain/primitives.ts';

/**
 * What anybody who holds a certificate's code may learn: `GET /certificates/:code`, no session. Never whose it is. Asked by the public
 * page and by nobody's tablet, so it is read loosely and needs no version of the protocol.
 */
export const CertificateAnswer = z.object({
  /** Name of the city that issued it. */
  city: ShortText,
  courseTitle: ShortText,
  minutes: z.int(),
  issuedDate: CalendarDate,
  state: CertificateState,
});
export type CertificateAnswer = z.infer<typeof CertificateAnswer>;
