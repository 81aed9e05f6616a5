import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { findMunicipality } from '../../domain/lists/municipalities.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, type Result } from '../../domain/result.ts';
import { openEscrowKey } from '../auth/escrow-seal.ts';
import type { ServerKeys } from '../auth/server-keys.ts';
import { AUDIT_START_HASH, type AuditHead, hashAuditRow } from '../store/audit-log.ts';
import { readMigrations } from '../store/migrate.ts';
import { type BackupContents, type DoneMigration, parseLine, readBackup } from './backup-file.ts';

/** Everything that can be known of a backup without a database: whole, unaltered, ours, and understood. Errors are sentences. */
export async function verifyBackup(path: string, keys: ServerKeys): Promise<Result<BackupContents, string>> {
  const audits = new Map<MunicipalityId, AuditHead>();
  const sealedKeys = new Map<MunicipalityId, string>();
  const read = await readBackup(path, async ({ section, municipality }, rows) => {
    if (section === 'audit') audits.set(municipality, follow(audits.get(municipality), municipality, rows));
    if (section !== 'municipalities') return;
    for (const row of rows) {
      sealedKeys.set(municipality, parseLine(SealedKeyLine, row)?.escrow_private_key_sealed ?? '');
    }
  });
  if (!read.ok) return read;
  const { header, end, mac, sealed } = read.value;
  for (const [municipality, sealedKey] of sealedKeys) {
    if (!isOpenedBy(keys, municipality, sealedKey)) return err(wrongKey(municipality));
  }
  if (!isSameText(mac, keys.vouch('backup', sealed))) {
    return err('The backup was made with another server key, or was altered.');
  }
  for (const head of end.heads) {
    const audit = audits.get(head.municipality) ?? START;
    if (audit.seq !== head.seq || audit.hash !== head.hash) {
      return err(`The audit of ${nameOf(head.municipality)} in the backup is broken.`);
    }
  }
  const unknown = await findUnknown(header.migrations);
  return unknown === undefined ? read : err(unknown);
}

/** Read before anything is known to be unaltered: whatever stands there must not end the reading. */
const AuditLine = z.object({
  seq: z.int(),
  at: z.iso.datetime({ offset: true }),
  actor: z.string(),
  action: z.string(),
  detail: z.string(),
  hash: z.string(),
});
const SealedKeyLine = z.object({ escrow_private_key_sealed: z.string() });

/** No chain goes on from here. */
const NO_HEAD: AuditHead = { seq: Number.NaN, hash: '' };
const START: AuditHead = { seq: 0, hash: AUDIT_START_HASH };

/** Goes on along the chain; a row that does not fit leaves a head that is none. */
function follow(head: AuditHead = START, municipality: MunicipalityId, rows: readonly string[]): AuditHead {
  let { seq, hash } = head;
  for (const text of rows) {
    const row = parseLine(AuditLine, text);
    seq += 1;
    if (row?.seq !== seq) return NO_HEAD;
    hash = hashAuditRow(hash, municipality, { ...row, at: new Date(row.at).toISOString() });
    if (row.hash !== hash) return NO_HEAD;
  }
  return { seq, hash };
}

function isOpenedBy(keys: ServerKeys, municipality: MunicipalityId, sealed: string): boolean {
  try {
    openEscrowKey(keys.escrow, municipality, sealed);
    return true;
  } catch {
    // AES-GCM tells only that the key or the bytes are wrong.
    return false;
  }
}

const nameOf = (municipality: MunicipalityId): string => findMunicipality(municipality)?.name ?? municipality;

const wrongKey = (municipality: MunicipalityId): string =>
  `The server key is not the one that ${nameOf(municipality)} was backed up with: ` +
  'put the key of that installation into TACCUINO_SERVER_KEY, or its server.key into the data folder.';

const isSameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The migrations of a backup are ours, from the first without a gap; what it lacks is done after it was filled in. */
async function findUnknown(done: readonly DoneMigration[]): Promise<string | undefined> {
  const ours = await readMigrations();
  for (const [index, { name, hash }] of done.entries()) {
    if (ours[index]?.name === name && ours[index].hash === hash) continue;
    return `The backup has a form (${name}) that this version of Taccuino does not know: bring this one up to date first.`;
  }
  return undefined;
}

export const countRows = ({ end }: BackupContents): number => end.sections.reduce((sum, { rows }) => sum + rows, 0);
