// Whoever runs the server: makes municipalities, accounts and enrolment codes beside the running server, and gives direct
// access to its database for the floors.

import { v7 } from 'uuid';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import type { Result } from '../../src/domain/result.ts';
import { type AdministrationPorts, addEnrolmentCode, addMunicipality } from '../../src/server/administration.ts';
import { hashSecret } from '../../src/server/auth/secret-hash.ts';
import { createServerKeys, readServerSecret } from '../../src/server/auth/server-keys.ts';
import { systemClock } from '../../src/server/clock.ts';
import { Environment } from '../../src/server/config.ts';
import { deriveRoot } from '../../src/server/derive-root.ts';
import { openDatabaseBeside } from '../../src/server/open-database.ts';
import { insertAccount } from '../../src/server/store/accounts.ts';
import { openPool, type Pool } from '../../src/server/store/open-pool.ts';
import { rootToLoginSecret } from '../../src/vault/password-root.ts';
import { BENCH_ROOT, BENCH_USERNAME } from './page/bench-person.ts';

export type Office = {
  /** A municipality with one outreach worker; gives a code that enrols many devices. */
  readonly openCity: (municipality: string) => Promise<string>;
  readonly ownerPool: Pool;
  readonly close: () => Promise<void>;
};

const CODE_USES = 1_000;
const CODE_MINUTES = 24 * 60;

export async function openOffice(data: string): Promise<Office> {
  const config = Environment.parse({ TACCUINO_DATA: data });
  const database = getValue(await openDatabaseBeside(config, () => undefined));
  if (database.ownerUrl === undefined) throw new Error('the embedded database has an owner');
  const ownerPool = openPool(database.ownerUrl, 10);
  const keys = createServerKeys(await readServerSecret(data));
  const ports: AdministrationPorts = { ownerPool, keys, clock: systemClock, deriveRoot };
  // One secret for all: what is measured starts after the sign-in.
  const secretHash = await hashSecret(await rootToLoginSecret(BENCH_ROOT));
  return {
    ownerPool,
    async openCity(name) {
      const municipality = MunicipalityId.parse(name);
      getValue(await addMunicipality(ports, municipality));
      const account = { id: v7(), username: BENCH_USERNAME, name: 'Sara Conti', role: 'outreach' } as const;
      await insertAccount(ownerPool, { ...account, municipality, secretHash, at: systemClock.now() });
      return getValue(await addEnrolmentCode(ports, { municipality, uses: CODE_USES, minutes: CODE_MINUTES })).code;
    },
    async close() {
      await ownerPool.end();
      await database.close();
    },
  };
}

function getValue<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
