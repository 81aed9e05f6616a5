// What the clients were told, held against what is there: read past the server's code, from its database, after the last start.

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { Environment } from '../../src/server/config.ts';
import { openDatabaseBeside } from '../../src/server/open-database.ts';
import { OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import { openPool } from '../../src/server/store/open-pool.ts';
import { verifyAudit } from '../../src/server/store/verify-audit.ts';
import { readLedger, type ServerLedger } from '../world/server-ledger.ts';
import type { Writer } from './writer.ts';

type Told = {
  readonly writers: readonly Pick<Writer, 'toldById' | 'recordIds'>[];
  /** Nicknames of contacts that a screen called saved, and of all that were begun. */
  readonly saved: readonly string[];
  readonly begun: readonly string[];
};

const CITY = MunicipalityId.parse('c_d969');

/** Sentences about everything that is not as it was told; none when all is well. */
export async function compareWithDatabase(data: string, told: Told): Promise<string[]> {
  const database = await openDatabaseBeside(Environment.parse({ TACCUINO_DATA: data }), () => undefined);
  if (!database.ok) return [database.error];
  const owner = openPool(database.value.ownerUrl ?? '', 2);
  const ledger = await readLedger({ owner }, CITY);
  const audit = await verifyAudit(owner, { municipality: CITY, actor: OPERATOR_ACTOR });
  await owner.end();
  await database.value.close();
  return [...(audit.ok ? [] : [`the audit chain breaks at ${audit.error.seq}`]), ...compareWithLedger(ledger, told)];
}

export function compareWithLedger({ verdicts, effectsById, records }: ServerLedger, told: Told): string[] {
  const faults: string[] = [];
  for (const { toldById, recordIds } of told.writers) {
    for (const id of recordIds) if (!records.has(id)) faults.push(`record ${id} was answered for and is nowhere`);
    for (const [id, verdict] of toldById) {
      if (!isDeepStrictEqual(verdicts.get(id), verdict))
        faults.push(`${id}: told ${JSON.stringify(verdict)}, there is ${JSON.stringify(verdicts.get(id))}`);
      if (effectsById.get(id) !== 1) faults.push(`${id} took effect ${effectsById.get(id) ?? 0} times`);
    }
  }
  const written = countNicknames(records);
  for (const name of told.saved) if (!written.has(name)) faults.push(`${name} was saved on the screen and is nowhere`);
  for (const [name, count] of written) if (count > 1) faults.push(`${name} is there ${count} times`);
  const begun = new Set(told.begun);
  for (const name of written.keys()) if (!begun.has(name)) faults.push(`${name} is there and nobody wrote it`);
  return faults;
}

function countNicknames(records: ServerLedger['records']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, fields } of records.values()) {
    const contact = kind === 'service' ? Contact.safeParse(fields.contact) : undefined;
    const name = contact?.data?.nickname;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const Contact = z.looseObject({ nickname: z.string().optional() });
