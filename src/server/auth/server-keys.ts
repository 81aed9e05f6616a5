import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '../../domain/assert.ts';
import { sqlState } from '../store/in-municipality.ts';

/**
 * One secret of the installation, in a file beside the data or in TACCUINO_SERVER_KEY, never in the database: a stolen database
 * opens no escrow, forges no cursor and tells no enrolment code. All processes of one installation need the same.
 */
export type ServerKeys = {
  readonly cursor: Buffer;
  readonly escrow: Buffer;
  /** Keyed hash, lower-case hex, of what is looked up but must not be read: enrolment codes, addresses; also what is made from an id. */
  conceal(what: 'enrolment-code' | 'attempts' | 'invitation', text: string): string;
  /** Keyed hash, lower-case hex, that only this installation can have made. */
  vouch(what: 'backup', text: string): string;
};

const KEY_BYTES = 32;
const KEY_FILE = 'server.key';

export function createServerKeys(secret: string): ServerKeys {
  const master = Buffer.from(secret, 'base64url');
  assert(master.length === KEY_BYTES, 'the server key is 32 bytes in base64url (43 characters)');
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `taccuino/server/${purpose}/v1`, KEY_BYTES));
  const hashing = derive('conceal');
  const vouching = derive('vouch');
  return {
    cursor: derive('cursor'),
    escrow: derive('escrow'),
    conceal: (what, text) => createHmac('sha256', hashing).update(`${what}\n${text}`).digest('hex'),
    vouch: (what, text) => createHmac('sha256', vouching).update(`${what}\n${text}`).digest('hex'),
  };
}

export const createServerSecret = (): string => randomBytes(KEY_BYTES).toString('base64url');

/** The key in the data folder; made on the first start, whole or not at all, however many processes start. */
export async function readServerSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, KEY_FILE);
  await mkdir(dataDir, { recursive: true });
  const read = () => readFile(path, 'utf8').then((text) => text.trim());
  try {
    return await read();
  } catch (error) {
    if (sqlState(error) !== 'ENOENT') throw error;
  }
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${createServerSecret()}\n`, { mode: 0o600, flush: true });
  // A hard link fails where the file is already there: the first process wins.
  await link(draft, path).catch((error: unknown) => {
    if (sqlState(error) !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return read();
}
