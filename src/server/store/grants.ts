import type { Transaction } from './open-pool.ts';

/** What the application may do to each table. The audit and the log of changes are only ever added to. */
const GRANTS = {
  municipalities: 'SELECT',
  heads: 'SELECT, UPDATE',
  // Accounts of people are made on the machine; a coordinator gives a new password and closes or opens one. A policy lets guests' in only.
  accounts: 'SELECT, INSERT, UPDATE (secret_hash, disabled_at)',
  enrolment_codes: 'SELECT, UPDATE',
  devices: 'SELECT, INSERT, UPDATE',
  sessions: 'SELECT, INSERT, UPDATE, DELETE',
  attempts: 'SELECT, INSERT, UPDATE, DELETE',
  records: 'SELECT, INSERT, UPDATE',
  shelf: 'SELECT, INSERT, UPDATE',
  streams: 'SELECT, INSERT, UPDATE',
  changes: 'SELECT, INSERT',
  vaults: 'SELECT, INSERT, UPDATE',
  attention: 'SELECT, INSERT, UPDATE',
  invitations: 'SELECT, INSERT, UPDATE (ended_at)',
  guests: 'SELECT, INSERT',
  files: 'SELECT, INSERT, UPDATE, DELETE',
  file_pieces: 'SELECT, INSERT, UPDATE, DELETE',
  file_holders: 'SELECT, INSERT',
  file_uploads: 'SELECT, INSERT, UPDATE, DELETE',
  upload_pieces: 'SELECT, INSERT, UPDATE, DELETE',
  audit: 'SELECT, INSERT',
} as const;

/** Run after every migration, so that the grants are these and no others. */
export async function grantAppRole(sql: Transaction, role: string): Promise<void> {
  await sql`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${sql(role)}`;
  await sql`GRANT USAGE ON SCHEMA public TO ${sql(role)}`;
  for (const [table, rights] of Object.entries(GRANTS)) {
    await sql.unsafe(`GRANT ${rights} ON ${table} TO "${role}"`);
  }
}
