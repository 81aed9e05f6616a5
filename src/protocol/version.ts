import { z } from 'zod';

/**
 * The version of what device and server say to each other.
 *
 * 1 (2026-11): enrol, session, push, pull, live, receipt, devices.
 * 2 (2026-11): vaults are registered and recovered, the mailbox and rescue files, refused changes on the server's side, accounts and
 *   passwords; a receipt also says what lies in a backup; the bytes of attachments. Everything of version 1 is as it was.
 * 3 (2026-11): what became of refused changes, for a locked device the epoch and whether it may still come in; codes of events, the
 *   phones they let in and how a code stands; files of a device that has to clear itself, handed over sealed. Everything of version 2 is as it was.
 */
export const PROTOCOL_VERSION = 3;

/** Versions this code still serves; an old tablet with a full queue must always find its own in here. */
export const PROTOCOL_VERSIONS_SERVED = [1, 2, 3] as const;
export const ProtocolVersion = z.union(PROTOCOL_VERSIONS_SERVED.map((version) => z.literal(version)));

/** Where every route of the protocol starts. */
export const API_BASE = '/api/v1';
