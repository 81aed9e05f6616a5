import { afterAll, beforeAll, inject } from 'vitest';
import { type Office, openOffice } from './system.ts';

/** An office of its own for all journeys of a file; open from the first test to the last. */
export function useOffice(): () => Office {
  let office: Office | undefined;
  beforeAll(async () => {
    office = await openOffice(inject('officeTemplate'));
  });
  afterAll(() => office?.close());
  return () => {
    if (office === undefined) throw new Error('the office opens with the first test');
    return office;
  };
}
