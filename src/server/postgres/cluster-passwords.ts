import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from './postgres-failure.ts';
import { replaceFile } from './replace-file.ts';

/** Base64url only: the values go into SQL literals and URLs as they are. */
const Password = z.string().regex(/^[\w-]{32,}$/);

const ClusterPasswords = z.strictObject({ owner: Password, app: Password });
export type ClusterPasswords = z.infer<typeof ClusterPasswords>;

export function createClusterPasswords(): ClusterPasswords {
  const random = () => randomBytes(32).toString('base64url');
  return { owner: random(), app: random() };
}

/** Undefined where the file is missing or not ours to understand: passwords can be set anew, data cannot. */
export async function findClusterPasswords(dataDir: string): Promise<ClusterPasswords | undefined> {
  try {
    const parsed = ClusterPasswords.safeParse(JSON.parse(await readFile(passwordsPath(dataDir), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const writeClusterPasswords = (dataDir: string, passwords: ClusterPasswords): Promise<void> =>
  replaceFile(passwordsPath(dataDir), `${JSON.stringify(passwords)}\n`);

const passwordsPath = (dataDir: string): string => join(dataDir, 'postgres-passwords.json');
