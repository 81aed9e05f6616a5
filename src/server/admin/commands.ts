import {
  accountCreate,
  accountDisable,
  accountEnable,
  accountList,
  accountMove,
  accountResetPassword,
  accountRole,
} from './account-commands.ts';
import type { AnyCommand } from './command.ts';
import { auditVerify, migrateCommand } from './database-commands.ts';
import { devicesList, devicesRevoke, enrolmentCodeCreate } from './device-commands.ts';
import { escrowRotate } from './escrow-commands.ts';
import { municipalityCreate, municipalityList, municipalityNewEpoch } from './municipality-commands.ts';

export const COMMANDS: readonly AnyCommand[] = [
  migrateCommand,
  municipalityCreate,
  municipalityList,
  municipalityNewEpoch,
  accountCreate,
  accountList,
  accountResetPassword,
  accountDisable,
  accountEnable,
  accountRole,
  accountMove,
  enrolmentCodeCreate,
  devicesList,
  devicesRevoke,
  escrowRotate,
  auditVerify,
];

/** The command that the words begin with, and what is left of them. */
export function findCommand(words: readonly string[]): { command: AnyCommand; rest: readonly string[] } | undefined {
  for (const command of COMMANDS) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word)) return { command, rest: words.slice(name.length) };
  }
  return undefined;
}

export const helpText = (): string =>
  [
    'Usage: npm run admin -- <command> [options]',
    '',
    'Works on the embedded database (also while the server runs) or, if set, on DATABASE_URL with DATABASE_OWNER_URL.',
    '',
    ...COMMANDS.flatMap(({ name, usage, summary }) => [`  ${name} ${usage}`.trimEnd(), `      ${summary}`]),
    '',
    'Exit codes: 0 done, 1 not done, 64 wrong use, 69 no database, 78 wrong setting.',
    '',
  ].join('\n');

export const helpOfCommand = ({ name, usage, summary }: AnyCommand): string =>
  `Usage: npm run admin -- ${name} ${usage}\n\n${summary}\n`;
