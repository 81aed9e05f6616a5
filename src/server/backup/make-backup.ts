import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, type Result } from '../../domain/result.ts';
import type { ServerKeys } from '../auth/server-keys.ts';
import type { Clock } from '../clock.ts';
import { syncFolder } from '../postgres/replace-file.ts';
import { sqlState } from '../store/in-municipality.ts';
import { readMigrations } from '../store/migrate.ts';
import { type BackedUpMark, noteBackedUp } from '../store/note-backed-up.ts';
import type { Pool } from '../store/open-pool.ts';
import { inSnapshot, type Snapshot } from '../store/snapshot.ts';
import {
  BACKUP_VERSION,
  type BackupContents,
  type BackupEnd,
  type BackupHeader,
  FILE_CODES,
  readBackup,
  sealedText,
} from './backup-file.ts';
import { verifyBackup } from './verify-backup.ts';

export type BackupPorts = { readonly ownerPool: Pool; readonly keys: ServerKeys; readonly clock: Clock };

const NOTE =
  'All data of this Taccuino but sessions and the server key. Restoring it needs the same server.key (or TACCUINO_SERVER_KEY): keep that elsewhere.';

/**
 * Written beside under another name, flushed to the disk, read back and verified; only then it gets its name, and only then the streams
 * learn that they lie in a backup. Errors are sentences, and leave neither a file nor a mark.
 */
export async function makeBackup(ports: BackupPorts, to: string): Promise<Result<BackupContents, string>> {
  const path = resolve(to);
  const draft = `${path}.${process.pid}.partial`;
  try {
    const written = await inSnapshot(ports.ownerPool, async (snapshot) => {
      await pipeline(
        Readable.from(writeLines(snapshot, ports)),
        createGzip(),
        createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
      );
      return snapshot.municipalities.length;
    });
    if (written === undefined || written === 0) return err('There is no municipality yet: nothing to back up.');
    const verified = await verifyBackup(draft, ports.keys);
    if (!verified.ok) return err(`What was written cannot be read back: ${verified.error}`);
    await rename(draft, path);
    await syncFolder(dirname(path));
    // A database that waits for its migrations has no place for them yet; devices keep everything for so long.
    if (await isUpToDate(verified.value)) await noteMarks(ports.ownerPool, path);
    return verified;
  } catch (error) {
    const code = sqlState(error) ?? '';
    if (FILE_CODES.has(code)) return err(`${to} cannot be written (${code}).`);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Batches of lines, each line ended. */
async function* writeLines(
  { municipalities, migrations, tables, readRows, readHead }: Snapshot,
  { keys, clock }: BackupPorts,
): AsyncGenerator<string> {
  const header: BackupHeader = {
    taccuino: 'backup',
    version: BACKUP_VERSION,
    madeAt: clock.now(),
    note: NOTE,
    migrations: migrations.map(({ name, hash }) => ({ name, hash })),
  };
  const headerLine = JSON.stringify(header);
  yield `${headerLine}\n`;
  const sections: BackupEnd['end']['sections'] = [];
  const heads: BackupEnd['end']['heads'] = [];
  for (const municipality of municipalities) {
    for (const section of tables) {
      yield `${JSON.stringify({ section, municipality })}\n`;
      const hash = createHash('sha256');
      let rows = 0;
      for await (const batch of readRows(municipality, section)) {
        const text = batch.map((line) => `${line}\n`).join('');
        hash.update(text);
        rows += batch.length;
        yield text;
      }
      sections.push({ section, municipality, rows, sha256: hash.digest('hex') });
    }
    heads.push({ municipality, ...(await readHead(municipality)) });
  }
  const end: BackupEnd = { end: { sections, heads } };
  const endLine = JSON.stringify(end);
  yield `${endLine}\n${JSON.stringify({ mac: keys.vouch('backup', sealedText(headerLine, endLine)) })}\n`;
}

const isUpToDate = async ({ header }: BackupContents): Promise<boolean> =>
  header.migrations.length === (await readMigrations()).length;

/** From the file itself: what is noted is what lies there. */
async function noteMarks(pool: Pool, path: string): Promise<void> {
  const epochs = new Map<MunicipalityId, string>();
  await readBackup(path, async ({ section, municipality }, rows) => {
    if (section === 'municipalities') {
      for (const row of rows) epochs.set(municipality, (JSON.parse(row) as { epoch: string }).epoch);
    }
    const epoch = epochs.get(municipality);
    if (section !== 'streams' || epoch === undefined) return;
    const marks = rows.map((row) => JSON.parse(row) as BackedUpMark);
    await noteBackedUp(pool, { municipality, epoch }, marks);
  });
}
