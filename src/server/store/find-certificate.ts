import { z } from 'zod';
import { Certificate } from '../../domain/kinds/certificate.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { inMunicipality, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

/** What is told of a certificate. Of its enrolment nothing is read but whether it is still there. */
const Told = z.object(
  Certificate.pick({ courseTitle: true, minutes: true, issuedDate: true, state: true, code: true }).shape,
);
export type ToldCertificate = Omit<z.infer<typeof Told>, 'code'>;

const Body = z.object({ removed: z.boolean(), fields: Told });

/**
 * The certificate with this code. A city has hundreds, which an index holds apart; bodies are text, so those that name the code anywhere
 * are read and the one whose code it is counts.
 */
export function findCertificate(
  pool: Pool,
  municipality: MunicipalityId,
  code: string,
): Promise<ToldCertificate | undefined> {
  return inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const rows = await sql<{ body: string; hasEnrolment: boolean }[]>`
      SELECT c.body, EXISTS (
        SELECT FROM records e WHERE e.municipality = ${municipality} AND e.id = c.subject AND NOT (e.body::jsonb ->> 'removed')::boolean) AS "hasEnrolment"
      FROM records c WHERE c.municipality = ${municipality} AND c.kind = 'certificate' AND strpos(c.body, ${code}) > 0`;
    const found = rows
      .map(({ body, hasEnrolment }) => ({ ...Body.parse(JSON.parse(body)), hasEnrolment }))
      .find(({ fields }) => fields.code === code);
    if (found === undefined) return undefined;
    const { code: _, ...told } = found.fields;
    // Paper that was handed out does not become one that never was.
    return found.removed || !found.hasEnrolment ? { ...told, state: 'WDRN' } : told;
  });
}
