import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { ROLES, Role } from '../../domain/actor.ts';
import { ShortText } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { Username } from '../../protocol/session.ts';
import { addAccount, resetPassword } from '../administration.ts';
import { listAccounts } from '../store/accounts.ts';
import { type AdminPorts, defineCommand, MunicipalityOption } from './command.ts';

const PASSWORD_LENGTH_MIN = 8;

const username = z
  .string({ error: 'is needed' })
  .transform((text) => text.toLowerCase())
  .pipe(z.string().refine((text) => Username.safeParse(text).success, { error: 'has 2 to 64 of a-z 0-9 . _ -' }));
const passwordStdin = z.boolean().default(false);

export const accountCreate = defineCommand({
  name: 'account create',
  usage: '--municipality <id> --username <user> --name <full name> --role <role> [--password-stdin]',
  summary: `Adds an account (roles: ${ROLES.join(', ')}). Without --password-stdin a password is made up and shown once.`,
  options: {
    municipality: { type: 'string' },
    username: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  input: z.strictObject({
    municipality: MunicipalityOption,
    username,
    name: z
      .string({ error: 'is needed' })
      .pipe(z.string().refine((text) => ShortText.safeParse(text).success, { error: 'is 1 to 120 characters' })),
    role: z.enum(Role.options, { error: `is one of ${ROLES.join(', ')}` }),
    'password-stdin': passwordStdin,
  }),
  async run(given, ports) {
    const password = await choosePassword(given['password-stdin'], ports);
    if (!password.ok) return password;
    const added = await addAccount(ports, { ...given, password: password.value });
    if (!added.ok) return added;
    return ok(
      [
        `${given.name} may sign in as ${given.username} in ${given.municipality}.`,
        ...shown(given, password.value),
      ].join('\n'),
    );
  },
});

export const accountResetPassword = defineCommand({
  name: 'account reset-password',
  usage: '--municipality <id> --username <user> [--password-stdin]',
  summary: 'A new password; all sessions of the account end.',
  options: { municipality: { type: 'string' }, username: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  input: z.strictObject({ municipality: MunicipalityOption, username, 'password-stdin': passwordStdin }),
  async run(given, ports) {
    const password = await choosePassword(given['password-stdin'], ports);
    if (!password.ok) return password;
    const done = await resetPassword(ports, { ...given, password: password.value });
    return done.ok ? ok([`${given.username} has a new password.`, ...shown(given, password.value)].join('\n')) : done;
  },
});

export const accountList = defineCommand({
  name: 'account list',
  usage: '--municipality <id>',
  summary: 'Accounts of a city.',
  options: { municipality: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption }),
  async run({ municipality }, { ownerPool }) {
    const accounts = await listAccounts(ownerPool, municipality);
    return ok(
      accounts.map((account) => `${account.username}  ${account.role}  ${account.name}`).join('\n') || 'None yet.',
    );
  },
});

async function choosePassword(isFromStdin: boolean, { readStdin }: AdminPorts): Promise<Result<string, string>> {
  if (!isFromStdin) return ok(createPassword());
  const password = (await readStdin()).replace(/\r?\n$/, '');
  return password.length >= PASSWORD_LENGTH_MIN
    ? ok(password)
    : err(`The password on standard input has fewer than ${PASSWORD_LENGTH_MIN} characters.`);
}

const shown = (given: { 'password-stdin': boolean }, password: string): string[] =>
  given['password-stdin'] ? [] : [`Password, shown only now: ${password}`];

/** Sixteen characters that are easy to read out: 79 bits. */
function createPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
