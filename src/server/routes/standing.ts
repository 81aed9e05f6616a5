import { ROLES } from '../../domain/actor.ts';
import { ok } from '../../domain/result.ts';
import { findVisibleRecord } from '../../domain/visible-record.ts';
import { type Standing, StandingRequest, StandingResponse } from '../../protocol/standing.ts';
import { API_BASE } from '../../protocol/version.ts';
import { readStandings, type StandingItem } from '../store/read-standings.ts';
import { sessionRoute } from './route.ts';

export const standingRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/standing`,
  summary: 'What became of refused changes of the caller',
  roles: ROLES,
  body: StandingRequest,
  answer: StandingResponse,
  async handle({ caller: { actor }, body }, { pool, clock }) {
    const { items, records } = await readStandings(pool, actor, { changeIds: body.changeIds, at: clock.now() });
    return ok({
      standings: items.flatMap((item) => itemToStanding(item) ?? []),
      records: records.flatMap((record) => findVisibleRecord(record, actor) ?? []),
    });
  },
});

/**
 *   the item                               | standing
 *   open, refused                          | refused, with the reason as it is now
 *   open, held                             | held
 *   decided, applied                       | accepted
 *   mended                                 | mended
 *   dismissed                              | dismissed
 *   discarded by its author                | discarded
 *   closed by another change of its author | none: whether this one is still wanted, only they know
 */
function itemToStanding({ changeId, why, refusal, note, closedHow, closedBy }: StandingItem): Standing | undefined {
  const by = closedBy && { by: closedBy };
  const noted = note === undefined ? {} : { note };
  switch (closedHow) {
    case undefined:
      if (why === 'held') return { changeId, standing: 'held' };
      return refusal && { changeId, standing: 'refused', refusal, ...noted };
    case 'decided':
      return { changeId, standing: 'accepted' };
    case 'applied':
      return { changeId, standing: 'accepted', ...by };
    case 'mended':
      return { changeId, standing: 'mended', ...by };
    case 'dismiss':
      return { changeId, standing: 'dismissed', ...by, ...noted };
    case 'discarded':
      return { changeId, standing: 'discarded' };
    case 'author':
      return undefined;
  }
}
