import { ok } from '../domain/result.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { EXIT_CODES_HELP, runFileCommand } from './backup/run-file-command.ts';
import { countRows } from './backup/verify-backup.ts';

/** `npm run restore`: a backup takes the place of everything, or nothing changes. */
const HELP = `Usage: npm run restore -- --from FILE

Verifies the whole backup, and then puts it in the place of all data, at once or not at all; a backup of an older version is brought up to
this one. The server has to be stopped, and its key (server.key or TACCUINO_SERVER_KEY) has to be the one of the backup.
People sign in again by themselves, and their devices send again what the backup lacks and they still keep.
Works on the embedded database or, if set, on DATABASE_URL with DATABASE_OWNER_URL.

${EXIT_CODES_HELP}
`;

await runFileCommand(
  {
    option: 'from',
    help: HELP,
    async run(ports, file) {
      const restored = await restoreBackup(ports, file);
      if (!restored.ok) return { ok: false, error: `${restored.error}\nNothing was changed.` };
      const { madeAt } = restored.value.header;
      return ok(
        [
          `Restored ${countRows(restored.value)} rows as they were at ${madeAt}.`,
          'Devices send again what came after it. Do again by hand what was done since: accounts made or closed, passwords given,',
          'devices enrolled or revoked.',
        ].join('\n'),
      );
    },
  },
  process.argv.slice(2),
);
