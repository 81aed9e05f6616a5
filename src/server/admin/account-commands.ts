import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { ROLES, Role } from '../../domain/actor.ts';
import { type MunicipalityId, ShortText } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { Username } from '../../protocol/session.ts';
import { addAccount, moveAccount, notThere, resetPassword, setAccountOpen, setRole } from '../administration.ts';
import { listAccounts } from '../store/accounts.ts';
import { sendSignals } from '../store/live-signals.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { type AdminPorts, defineCommand, MunicipalityOption } from './command.ts';

const PASSWORD_LENGTH_MIN = 8;

const username = z
  .string({ error: 'is needed' })
  .transform((text) => text.toLowerCase())
  .pipe(z.string().refine((text) => Username.safeParse(text).success, { error: 'has 2 to 64 of a-z 0-9 . _ -' }));
const passwordStdin = z.boolean().default(false);
const role = z.enum(Role.options, { error: `is one of ${ROLES.join(', ')}` });

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
    role,
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
    if (!done.ok) return done;
    await tellSessions(ports, given.municipality, done.value);
    return ok([`${given.username} has a new password.`, ...shown(given, password.value)].join('\n'));
  },
});

const named = {
  usage: '--municipality <id> --username <user>',
  options: { municipality: { type: 'string' }, username: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption, username }),
} as const;

export const accountDisable = defineCommand({
  ...named,
  name: 'account disable',
  summary: 'An account may no longer come in; what its devices still hold is taken and held for a coordinator.',
  async run(given, ports) {
    const done = await setAccountOpen(ports, { ...given, isOpen: false });
    if (!done.ok) return done;
    await tellSessions(ports, given.municipality, done.value);
    return ok(`${given.username} may no longer sign in.`);
  },
});

export const accountEnable = defineCommand({
  ...named,
  name: 'account enable',
  summary: 'A disabled account may come in again.',
  async run(given, ports) {
    const done = await setAccountOpen(ports, { ...given, isOpen: true });
    return done.ok ? ok(`${given.username} may sign in again.`) : done;
  },
});

export const accountRole = defineCommand({
  name: 'account role',
  usage: '--municipality <id> --username <user> --role <role>',
  summary: `Another role (${ROLES.join(', ')}). The server goes by it at once, the person's devices from the next unlock on.`,
  options: { municipality: { type: 'string' }, username: { type: 'string' }, role: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption, username, role }),
  async run(given, ports) {
    const done = await setRole(ports, given);
    if (!done.ok) return done;
    await tellSessions(ports, given.municipality, done.value);
    return ok(`The role of ${given.username} is ${given.role} now.`);
  },
});

export const accountMove = defineCommand({
  name: 'account move',
  usage: '--municipality <id> --username <user> --to <id> [--password-stdin]',
  summary:
    'Somebody goes to work in another city: the same user name, name and role there with a new password; the account here is closed, and what its devices still hold is taken and held for a coordinator here.',
  options: {
    municipality: { type: 'string' },
    username: { type: 'string' },
    to: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  input: z.strictObject({
    municipality: MunicipalityOption,
    username,
    to: MunicipalityOption,
    'password-stdin': passwordStdin,
  }),
  async run(given, ports) {
    const password = await choosePassword(given['password-stdin'], ports);
    if (!password.ok) return password;
    const told = await moveAccount(ports, { ...given, password: password.value });
    if (!told.ok) return told;
    await tellSessions(ports, given.municipality, told.value);
    return ok(
      [
        `${given.username} may sign in in ${given.to}, and no longer in ${given.municipality}.`,
        ...shown(given, password.value),
      ].join('\n'),
    );
  },
});

/** Their live connections close, also those that a running server holds. */
const tellSessions = async ({ ownerPool }: AdminPorts, municipality: MunicipalityId, ids: readonly string[]) => {
  if (ids.length > 0)
    await sendSignals(
      ownerPool,
      ids.map((id) => ({ what: 'session-ended', municipality, id })),
    );
};

export const accountList = defineCommand({
  name: 'account list',
  usage: '--municipality <id>',
  summary: 'Accounts of a city.',
  options: { municipality: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption }),
  async run({ municipality }, { ownerPool }) {
    if ((await findStoredMunicipality(ownerPool, municipality)) === undefined) return err(notThere(municipality));
    const accounts = await listAccounts(ownerPool, municipality);
    return ok(
      accounts
        .map(({ username, role, name, isDisabled }) => `${username}  ${role}  ${name}${isDisabled ? '  disabled' : ''}`)
        .join('\n') || 'None yet.',
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
