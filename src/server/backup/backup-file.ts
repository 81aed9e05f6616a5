import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Instant, MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { Sha256Hex } from '../../protocol/sha256-hex.ts';
import { sqlState } from '../store/in-municipality.ts';

/**
 * A backup: gzip of lines of JSON, written and read as a stream, so that its size never matters to memory.
 *
 *   header                                what this is, and which migrations made the tables
 *   section, row, row, …                  one table of one city; each row as PostgreSQL writes it (`row_to_json`)
 *   …
 *   end                                   rows and SHA-256 of every section, the heads of the audits
 *   mac                                   keyed by the server key, over header and end: only this installation can have made it
 *
 * What is cut off has no end, and what was altered no longer agrees with it. Sessions are not in it: people sign in again by themselves.
 * Nor is the server key, without which its escrow opens nothing. The rest is as readable as the database: keep it as closed.
 */
export const BACKUP_VERSION = 1;

const DoneMigration = z.strictObject({ name: z.string().max(100), hash: Sha256Hex });
export type DoneMigration = z.infer<typeof DoneMigration>;

export const BackupHeader = z.strictObject({
  taccuino: z.literal('backup'),
  version: z.int(),
  madeAt: Instant,
  note: z.string(),
  migrations: z.array(DoneMigration),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

const TableName = z.string().regex(/^[a-z_]{1,60}$/);
const Section = z.strictObject({ section: TableName, municipality: MunicipalityId });
export type Section = z.infer<typeof Section>;

const Head = z.strictObject({ municipality: MunicipalityId, seq: z.int().min(0), hash: Sha256Hex });

export const BackupEnd = z.strictObject({
  end: z.strictObject({
    sections: z.array(Section.extend({ rows: z.int().min(0), sha256: Sha256Hex })),
    heads: z.array(Head),
  }),
});
export type BackupEnd = z.infer<typeof BackupEnd>;
const Seal = z.strictObject({ mac: Sha256Hex });

/** What the mac is over. */
export const sealedText = (headerLine: string, endLine: string): string => `${headerLine}\n${endLine}`;

/** Every table begins with its municipality, and no other line does. */
const ROW_START = '{"municipality":';

export type BackupContents = {
  readonly header: BackupHeader;
  readonly end: BackupEnd['end'];
  readonly mac: string;
  readonly sealed: string;
};

export type RowTaker = (section: Section, rows: readonly string[]) => Promise<void>;

/** Rows given on at once: few enough for any memory, enough for a quick statement. */
const BATCH_ROWS_MAX = 1_000;
const BATCH_CHARS_MAX = 4_000_000;

const DAMAGED = 'The backup is damaged or cut off.';

/** Reads the whole file and gives its rows on as they come; ok only when everything agreed with the end. Errors are sentences. */
export async function readBackup(path: string, takeRows: RowTaker): Promise<Result<BackupContents, string>> {
  const lines = createLineReader(takeRows);
  try {
    for await (const line of readLines(path)) {
      const problem = await lines.take(line);
      if (problem !== undefined) return err(problem);
    }
  } catch (error) {
    const code = sqlState(error) ?? '';
    if (code.startsWith('Z_'))
      return err(lines.hasHeader() ? DAMAGED : 'This is not a backup of Taccuino, or a damaged one.');
    if (FILE_CODES.has(code)) return err(`${path} cannot be read (${code}).`);
    throw error;
  }
  return lines.finish();
}

/** What a disk, and no database, answers. */
export const FILE_CODES: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  // With `pipeline` an error of the file ends the reading too.
  const bytes = pipeline(createReadStream(path), createGunzip(), () => undefined);
  let rest = '';
  for await (const chunk of bytes) {
    const parts = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

type Tally = Section & { rows: number; readonly hash: ReturnType<typeof createHash> };

function createLineReader(takeRows: RowTaker) {
  let header: { readonly value: BackupHeader; readonly line: string } | undefined;
  let end: { readonly value: BackupEnd['end']; readonly line: string } | undefined;
  let mac: string | undefined;
  const tallies: Tally[] = [];
  let batch: string[] = [];
  let batchChars = 0;

  return { take, finish, hasHeader: () => header !== undefined };

  /** A sentence when the line cannot be what comes next. */
  async function take(line: string): Promise<string | undefined> {
    if (header === undefined) return takeHeader(line);
    if (mac !== undefined) return DAMAGED;
    if (end !== undefined) {
      mac = parseLine(Seal, line)?.mac;
      return mac === undefined ? DAMAGED : undefined;
    }
    if (line.startsWith(ROW_START)) return takeRow(line);
    await flush();
    const section = parseLine(Section, line);
    if (section !== undefined) {
      tallies.push({ ...section, rows: 0, hash: createHash('sha256') });
      return undefined;
    }
    const value = parseLine(BackupEnd, line)?.end;
    if (value === undefined) return DAMAGED;
    end = { value, line };
    return undefined;
  }

  function takeHeader(line: string): string | undefined {
    const value = parseLine(BackupHeader, line);
    if (value === undefined) return 'This is not a backup of Taccuino, or a damaged one.';
    if (value.version > BACKUP_VERSION) {
      return 'The backup was made by a newer version of Taccuino: bring this one up to date first.';
    }
    header = { value, line };
    return undefined;
  }

  async function takeRow(line: string): Promise<string | undefined> {
    const tally = tallies.at(-1);
    if (tally === undefined) return DAMAGED;
    tally.rows += 1;
    tally.hash.update(`${line}\n`);
    batch.push(line);
    batchChars += line.length;
    if (batch.length >= BATCH_ROWS_MAX || batchChars >= BATCH_CHARS_MAX) await flush();
    return undefined;
  }

  async function flush(): Promise<void> {
    const tally = tallies.at(-1);
    const rows = batch;
    [batch, batchChars] = [[], 0];
    if (tally === undefined || rows.length === 0) return;
    await takeRows({ section: tally.section, municipality: tally.municipality }, rows);
  }

  function finish(): Result<BackupContents, string> {
    if (header === undefined) return err('This is not a backup of Taccuino, or a damaged one.');
    if (end === undefined || mac === undefined) return err(DAMAGED);
    const found = tallies.map(({ hash, ...tally }) => ({ ...tally, sha256: hash.digest('hex') }));
    const isWhole =
      found.length === end.value.sections.length &&
      found.every((one, index) => isSameSection(one, end?.value.sections[index]));
    if (!isWhole) return err(DAMAGED);
    return ok({ header: header.value, end: end.value, mac, sealed: sealedText(header.line, end.line) });
  }
}

type Counted = BackupEnd['end']['sections'][number];
const isSameSection = (one: Counted, other: Counted | undefined): boolean =>
  one.section === other?.section &&
  one.municipality === other.municipality &&
  one.rows === other.rows &&
  one.sha256 === other.sha256;

/** Undefined when the line is not of this shape, or no JSON at all. */
export function parseLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    // Not JSON: not a line of ours, whatever it is.
    return undefined;
  }
}
