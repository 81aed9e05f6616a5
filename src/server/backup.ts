import { ok } from '../domain/result.ts';
import { makeBackup } from './backup/make-backup.ts';
import { EXIT_CODES_HELP, runFileCommand } from './backup/run-file-command.ts';
import { countRows } from './backup/verify-backup.ts';

/** `npm run backup`: everything of one moment into one file, while the server runs. */
const HELP = `Usage: npm run backup -- --to FILE

Writes all data of all cities, as it is at one moment, into one compressed file, also while the server runs; reads it back and verifies
it; and only then gives it its name (a file of that name is replaced). From then on devices need not keep what lies in it.
The server key is not in it: keep server.key (or TACCUINO_SERVER_KEY) elsewhere, nothing can be restored without it.
Works on the embedded database or, if set, on DATABASE_URL with DATABASE_OWNER_URL.

${EXIT_CODES_HELP}
`;

await runFileCommand(
  {
    option: 'to',
    help: HELP,
    async run(ports, file) {
      const made = await makeBackup(ports, file);
      if (!made.ok) return made;
      const { heads } = made.value.end;
      const lines = heads.map(({ municipality, seq, hash }) => `${municipality}: audit of ${seq} rows, head ${hash}`);
      return ok([`${file}: ${countRows(made.value)} rows, read back and verified.`, ...lines].join('\n'));
    },
  },
  process.argv.slice(2),
);
