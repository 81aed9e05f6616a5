import { expect, test } from 'vitest';
import { sortDevices } from '../../../src/features/settings/device-lines.ts';

test('this device stands first, then the last seen, and what is switched off at the end', () => {
  const enrolledAt = '2026-09-01T10:00:00.000Z';
  const devices = [
    {
      id: 'off',
      label: '',
      enrolledAt,
      lastSeenAt: '2026-11-23T10:00:00.000Z',
      revokedAt: enrolledAt,
      isThisOne: false,
    },
    { id: 'never', label: '', enrolledAt, isThisOne: false },
    { id: 'seen', label: '', enrolledAt, lastSeenAt: '2026-11-22T10:00:00.000Z', isThisOne: false },
    { id: 'this', label: '', enrolledAt, lastSeenAt: '2026-11-01T10:00:00.000Z', isThisOne: true },
  ];
  expect(sortDevices(devices).map(({ id }) => id)).toEqual(['this', 'seen', 'never', 'off']);
});
