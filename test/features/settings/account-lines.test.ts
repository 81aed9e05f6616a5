import { expect, test } from 'vitest';
import { sortAccounts } from '../../../src/features/settings/account-lines.ts';

test('people stand by name, and whose access is closed at the end', () => {
  const createdAt = '2026-09-01T10:00:00.000Z';
  const line = (name: string, disabledAt?: string) =>
    ({ id: name, username: name.toLowerCase(), name, role: 'outreach', createdAt, disabledAt }) as const;
  const sorted = sortAccounts([line('Youssef'), line('Anna', createdAt), line('Élise'), line('Marta')]);
  expect(sorted.map(({ name }) => name)).toEqual(['Élise', 'Marta', 'Youssef', 'Anna']);
});
