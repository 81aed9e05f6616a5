import type { ServerKeys } from './auth/server-keys.ts';
import type { Clock } from './clock.ts';
import type { LiveHub } from './live/live-hub.ts';
import type { Log } from './log.ts';
import type { PushStore } from './push/push-ports.ts';
import type { Pool } from './store/open-pool.ts';

/** What handlers work with. */
export type ServerPorts = {
  readonly pool: Pool;
  readonly pushStore: PushStore;
  readonly clock: Clock;
  readonly keys: ServerKeys;
  readonly live: LiveHub;
  readonly log: Log;
};
