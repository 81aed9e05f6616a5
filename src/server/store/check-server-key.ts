import { findMunicipality, MUNICIPALITIES } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { openEscrowKey } from '../auth/escrow-seal.ts';
import type { ServerKeys } from '../auth/server-keys.ts';
import { inMunicipality, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

/**
 * A process with another server key than the installation's would refuse every enrolment code and every cursor of the others, and
 * could open no escrow. Says so in one sentence before anybody is served.
 */
export async function checkServerKey(pool: Pool, keys: ServerKeys): Promise<Result<undefined, string>> {
  for (const { id } of MUNICIPALITIES) {
    const municipality = MunicipalityId.parse(id);
    const sealed = await findSealedEscrowKey(pool, municipality);
    if (sealed === undefined || isOpenedBy(keys, municipality, sealed)) continue;
    return err(
      `The server key is not the one that ${findMunicipality(id)?.name} was made with: ` +
        'put the key of this installation into TACCUINO_SERVER_KEY, or its server.key into the data folder.',
    );
  }
  return ok(undefined);
}

function isOpenedBy(keys: ServerKeys, municipality: MunicipalityId, sealed: string): boolean {
  try {
    openEscrowKey(keys.escrow, municipality, sealed);
    return true;
  } catch {
    // AES-GCM tells only that the key or the bytes are wrong; either way nothing can be opened.
    return false;
  }
}

const findSealedEscrowKey = (pool: Pool, municipality: MunicipalityId): Promise<string | undefined> =>
  inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const [row] = await sql<{ sealed: string }[]>`
      SELECT escrow_private_key_sealed AS sealed FROM municipalities WHERE municipality = ${municipality}`;
    return row?.sealed;
  });
