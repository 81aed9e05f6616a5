import { mayReadKind } from '../../domain/permissions.ts';
import { err, ok } from '../../domain/result.ts';
import { findSharedRecord, SHARED_KINDS } from '../../domain/shared-record.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import { PULL_RECORDS_MAX, PullQuery, PullResponse } from '../../protocol/pull.ts';
import { API_BASE } from '../../protocol/version.ts';
import { readCursor, startOf, writeCursor } from '../cursor.ts';
import { readPage } from '../store/read-page.ts';
import { readShared } from '../store/read-shared.ts';
import { RECORD_ROLES } from './record-roles.ts';
import { sessionRoute } from './route.ts';

/** First all of the own city, then what the others share: the cursor says where both stand, and a device need not know of the difference. */
export const pullRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/pull`,
  summary: 'Records come down, in the order they were decided',
  roles: RECORD_ROLES,
  query: PullQuery,
  answer: PullResponse,
  async handle({ caller, query }, { pool, keys, clock }) {
    const { actor, epoch } = caller;
    const after = query.cursor === undefined ? startOf(actor) : readCursor(keys.cursor, { actor, epoch }, query.cursor);
    if (after === undefined) return err({ type: 'CursorInvalid' });
    const scope = { municipality: actor.municipality, actor: actor.id };
    const onlyAbout = actor.role === 'guest' ? actor.event : undefined;
    const own = await readPage(pool, scope, { after: after.own, at: clock.now(), recordsMax: query.limit, onlyAbout });
    const room = (query.limit ?? PULL_RECORDS_MAX) - own.records.length;
    const readsShelf = own.remaining === 0 && SHARED_KINDS.some((kind) => mayReadKind(actor.role, kind));
    const shared = readsShelf
      ? await readShared(pool, scope, { after: after.shelf, recordsMax: room })
      : { records: [], upTo: after.shelf, hasMore: false };
    return ok({
      epoch,
      records: [
        ...own.records.flatMap((record) => findVisibleRecord(record, actor) ?? []),
        ...shared.records.flatMap((record) => findSharedRecord(record, actor) ?? []),
      ],
      cursor: writeCursor(keys.cursor, { actor, epoch }, { own: own.upTo, shelf: shared.upTo }),
      // How many more the shelf holds nobody has counted; that there is one is enough for a device to go on.
      remaining: own.remaining + (shared.hasMore ? 1 : 0),
    });
  },
});
