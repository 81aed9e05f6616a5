import { isIP } from 'node:net';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import { LOG_LEVELS } from './log.ts';

/**
 * Everything that can be set, by environment variables. The README's table is made from this list, so each line says what it
 * does in words for whoever runs the server.
 */
const wholeNumber = (least: number, most?: number) => {
  const error =
    most === undefined ? `is a whole number from ${least} on` : `is a whole number from ${least} to ${most}`;
  // Digits only: Number() also reads '1e3', '0x10' and blanks, which nobody means.
  const number = z.string().regex(/^\d+$/, { error }).transform(Number);
  return number.refine((value) => value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER), { error });
};
const port = wholeNumber(0, 65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const databaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    error: 'is no address of a PostgreSQL, as postgres://user@host/name',
    abort: true,
  })
  .refine((url) => URL.parse(url)?.username !== '', {
    error: 'has to name its user, as in postgres://user@host/name',
  });

export const Environment = z.object({
  TACCUINO_PORT: port.prefault('8080').describe('Port to listen on; 0 lets the system choose.'),
  TACCUINO_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every network.'),
  TACCUINO_DATA: z.string().min(1).default('./data').describe('Folder for the embedded database and the server key.'),
  TACCUINO_APP: z.string().min(1).default('./dist').describe('Folder of the built app.'),
  TACCUINO_SERVER_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, { error: 'must be 32 bytes in base64url (43 characters)' })
    .optional()
    .describe('Secret of the installation, the same for all its processes; without it, server.key in the data folder.'),
  DATABASE_URL: databaseUrl
    .optional()
    .describe('PostgreSQL ≥ 15 to use instead of the embedded one, as a role without special rights.'),
  DATABASE_OWNER_URL: databaseUrl
    .optional()
    .describe(
      'The same database as the owner of its tables: migrations run at start, and `npm run admin` works with it.',
    ),
  TACCUINO_DATABASE_PORT: port
    .optional()
    .describe('Port of the embedded database on 127.0.0.1; any free one by default.'),
  TACCUINO_DATABASE_CONNECTIONS: wholeNumber(1, 500)
    .prefault('10')
    .describe('Connections to the database that this process opens at most.'),
  TACCUINO_TLS_CERT: z.string().min(1).optional().describe('Certificate chain (PEM file); needs TACCUINO_TLS_KEY.'),
  TACCUINO_TLS_KEY: z.string().min(1).optional().describe('Private key of the certificate (PEM file).'),
  TACCUINO_TRUSTED_PROXY: list
    // A name or a network would never equal where a request comes from, and nobody would see that it is not believed.
    .refine((addresses) => addresses.every((address) => isIP(address) !== 0), {
      error: 'are IP addresses, by commas; no names and no networks',
    })
    .default([])
    .describe('IP addresses of reverse proxies, by commas: their X-Forwarded-For and X-Forwarded-Proto are believed.'),
  TACCUINO_METRICS_TOKEN: z
    .string()
    .min(16, { error: 'has to be 16 characters or longer' })
    .optional()
    .describe('Bearer token for /metrics; without it only this machine may read them.'),
  TACCUINO_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe('Least weighty log line written.'),
  TACCUINO_REQUESTS_MAX: wholeNumber(1)
    .prefault('1000')
    .describe('Requests worked on or waiting at once; a further one is told to come back.'),
  TACCUINO_LIVE_MAX: wholeNumber(0).prefault('20000').describe('Live connections held at once.'),
});
export type Environment = z.infer<typeof Environment>;

export type Config = Environment;

/** All that is wrong with the environment, one line a variable. Values are not repeated: some are secrets. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<Config, string[]> {
  const names = Object.keys(Environment.shape);
  const unknown = Object.keys(environment).filter((name) => name.startsWith('TACCUINO_') && !names.includes(name));
  // Compose files pass unset variables as empty strings.
  const set = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => names.includes(name) && value !== ''),
  );
  const parsed = Environment.safeParse(set);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  problems.push(...unknown.map((name) => `${name}: there is no such setting`));
  if (!parsed.success || problems.length > 0) return err(problems);
  const { TACCUINO_TLS_CERT: cert, TACCUINO_TLS_KEY: key } = parsed.data;
  if ((cert === undefined) !== (key === undefined)) {
    return err(['TACCUINO_TLS_CERT and TACCUINO_TLS_KEY: set both or neither']);
  }
  return ok(parsed.data);
}
