import type { SealContext } from './seal.ts';

/**
 * What every row of an outbox is sealed with. Device and server share it: a row that goes to the mailbox or into a rescue file is
 * opened by the server exactly as the device would. The row id is the change's own, so that no row passes for another change.
 */
export const OUTBOX_SCHEMA_VERSION = 1;

export const outboxContext = (changeId: string): SealContext => ({
  table: 'outbox',
  rowId: changeId,
  schemaVersion: OUTBOX_SCHEMA_VERSION,
});
