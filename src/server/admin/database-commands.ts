import { z } from 'zod';
import { findMunicipality, MUNICIPALITIES } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok } from '../../domain/result.ts';
import { OPERATOR_ACTOR } from '../store/in-municipality.ts';
import { migrate } from '../store/migrate.ts';
import { findStoredMunicipality } from '../store/municipalities.ts';
import { verifyAudit } from '../store/verify-audit.ts';
import { defineCommand, MunicipalityOption } from './command.ts';

export const migrateCommand = defineCommand({
  name: 'migrate',
  usage: '',
  summary:
    'Brings the database to this version. A server with DATABASE_OWNER_URL or the embedded database does so by itself.',
  options: {},
  input: z.strictObject({}),
  async run(_, { appUrl, ownerUrl }) {
    const done = await migrate({ appUrl, ownerUrl });
    return ok(done.length > 0 ? `Done: ${done.join(', ')}` : 'The database is up to date.');
  },
});

export const auditVerify = defineCommand({
  name: 'audit verify',
  usage: '[--municipality <id>]',
  summary:
    'Recomputes the hash chain of one city or of all. Note the printed heads elsewhere: they show a rebuilt chain.',
  options: { municipality: { type: 'string' } },
  input: z.strictObject({ municipality: MunicipalityOption.optional() }),
  async run(given, { ownerPool }) {
    const ids =
      given.municipality === undefined
        ? MUNICIPALITIES.map(({ id }) => MunicipalityId.parse(id))
        : [given.municipality];
    const lines: string[] = [];
    let isWhole = true;
    for (const municipality of ids) {
      if ((await findStoredMunicipality(ownerPool, municipality)) === undefined) {
        if (given.municipality !== undefined) return err(`${municipality} is not there.`);
        continue;
      }
      const verified = await verifyAudit(ownerPool, { municipality, actor: OPERATOR_ACTOR });
      const name = `${municipality} ${findMunicipality(municipality)?.name}`;
      if (verified.ok) lines.push(`${name}: whole, ${verified.value.seq} rows, head ${verified.value.hash}`);
      else {
        isWhole = false;
        lines.push(`${name}: BROKEN at row ${verified.error.seq}: it is missing or was altered`);
      }
    }
    const text = lines.join('\n') || 'There is no municipality yet.';
    return isWhole ? ok(text) : err(text);
  },
});
