import { newId } from '../../../src/app/browser-ports.ts';
import type { NewChange } from '../../../src/device/open-vault.ts';

/** A contact on the square, as the screen writes it. */
export const createContact = (nth: number): NewChange => ({
  type: 'create',
  recordId: newId(),
  kind: 'service',
  fields: { types: ['CONT'], date: '2026-01-14', contact: { count: 1 + (nth % 4) } },
});
