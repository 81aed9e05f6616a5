import { isLettingIn } from '../../domain/guest-time.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import type { Instant } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import type { InvitationLine } from '../remote-ports.ts';

export type KeptInvitation = Pick<InvitationLine, 'address' | 'madeAt'>;

/** The code as it was last seen here, for a place without a network: as long as, by its hours, it still lets phones in. */
export function findKeptInvitation(
  draft: JsonValue | undefined,
  event: RecordEnvelope,
  now: Instant,
): KeptInvitation | undefined {
  const { address, madeAt, standing } =
    draft !== null && typeof draft === 'object' && !Array.isArray(draft) ? draft : {};
  if (typeof address !== 'string' || typeof madeAt !== 'string' || standing !== 'open') return undefined;
  return isLettingIn(event, { madeAt, endedAt: undefined }, now) ? { address, madeAt } : undefined;
}
