/**
 * `GET /live`: server-sent events that say only "the municipality advanced"; a device then pulls. Nothing about what changed is in them.
 */
export const LIVE_EVENT_ADVANCED = 'advanced';

/** A comment line is sent this often, so that a dead connection is noticed on both sides. */
export const LIVE_HEARTBEAT_MS = 25_000;
