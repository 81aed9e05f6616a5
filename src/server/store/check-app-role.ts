import { err, ok, type Result } from '../../domain/result.ts';
import type { Pool } from './open-pool.ts';

/**
 * Row-level security is a wall only for a role that cannot step over it. Says in one sentence why the server must not start
 * with this role, if so.
 */
export async function checkAppRole(pool: Pool): Promise<Result<undefined, string>> {
  const [role] = await pool<
    { name: string; is_superuser: boolean; bypasses: boolean; owns: boolean; is_ready: boolean }[]
  >`
    SELECT current_user::text AS name, rolsuper AS is_superuser, rolbypassrls AS bypasses,
      EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
              AND pg_has_role(relowner, 'MEMBER')) AS owns,
      to_regclass('public.audit') IS NOT NULL AS is_ready
    FROM pg_roles WHERE rolname = current_user`;
  if (role === undefined) return err('The database does not say who this server is signed in as.');
  const refuse = (why: string) =>
    err(
      `The database role "${role.name}" ${why}, so the walls between municipalities would not hold: ` +
        'put another role in DATABASE_URL, one that is NOSUPERUSER NOBYPASSRLS and owns no table.',
    );
  if (role.is_superuser) return refuse('is a superuser');
  if (role.bypasses) return refuse('bypasses row-level security');
  if (role.owns) return refuse('owns the tables or belongs to a role that does');
  if (!role.is_ready) {
    return err('The database has no tables yet: set DATABASE_OWNER_URL too, or run `npm run admin -- migrate` once.');
  }
  return ok(undefined);
}
