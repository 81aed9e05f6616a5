import { err, ok } from '../../domain/result.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import { PullQuery, PullResponse } from '../../protocol/pull.ts';
import { API_BASE } from '../../protocol/version.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { readPage } from '../store/read-page.ts';
import { RECORD_ROLES } from './record-roles.ts';
import { sessionRoute } from './route.ts';

export const pullRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/pull`,
  summary: 'Records come down, in the order they were decided',
  roles: RECORD_ROLES,
  query: PullQuery,
  answer: PullResponse,
  async handle({ caller, query }, { pool, keys, clock }) {
    const { actor, epoch } = caller;
    const after = query.cursor === undefined ? 0 : readCursor(keys.cursor, { actor, epoch }, query.cursor);
    if (after === undefined) return err({ type: 'CursorInvalid' });
    const scope = { municipality: actor.municipality, actor: actor.id };
    const onlyAbout = actor.role === 'guest' ? actor.event : undefined;
    const page = await readPage(pool, scope, { after, at: clock.now(), recordsMax: query.limit, onlyAbout });
    return ok({
      epoch,
      records: page.records.flatMap((record) => findVisibleRecord(record, actor) ?? []),
      cursor: writeCursor(keys.cursor, { actor, epoch }, page.upTo),
      remaining: page.remaining,
    });
  },
});
