import type { DeviceLine } from '../remote-ports.ts';

/** This one first, then those seen last; what is switched off stands at the end. */
export const sortDevices = (devices: readonly DeviceLine[]): DeviceLine[] =>
  devices.toSorted((a, b) => placeOf(a) - placeOf(b) || (seen(a) < seen(b) ? 1 : -1));

const placeOf = ({ isThisOne, revokedAt }: DeviceLine): number => (revokedAt !== undefined ? 2 : isThisOne ? 0 : 1);

const seen = ({ lastSeenAt, enrolledAt }: DeviceLine): string => lastSeenAt ?? enrolledAt;
