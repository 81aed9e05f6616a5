import { ok } from '../../domain/result.ts';
import { API_BASE } from '../../protocol/version.ts';
import { markWiped } from '../store/devices.ts';
import { SYSTEM_ACTOR } from '../store/in-municipality.ts';
import { anyDeviceRoute } from './route.ts';

/**
 * https://www.w3.org/TR/clear-site-data/: the browser's caches and storage of this origin, the service worker among them. Cookies are not
 * ours, and `executionContexts` would take the page away that tells the person what happened.
 */
const CLEARED = { 'clear-site-data': '"cache", "storage"', 'cache-control': 'no-store' };

export const wipedRoute = anyDeviceRoute({
  method: 'POST',
  path: `${API_BASE}/wiped`,
  summary: 'A device says that it clears itself, and its browser is told to clear the rest',
  answer: 'empty',
  async handle({ caller: { municipality, deviceId } }, { pool, clock }) {
    await markWiped(pool, { municipality, actor: SYSTEM_ACTOR }, { id: deviceId, at: clock.now() });
    return ok(new Response(null, { status: 204, headers: CLEARED }));
  },
});
