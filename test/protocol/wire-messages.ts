import type { z } from 'zod';
import { Change } from '../../src/domain/change.ts';
import { DevicesResponse } from '../../src/protocol/devices.ts';
import { EnrolRequest, EnrolResponse } from '../../src/protocol/enrol.ts';
import { Problem } from '../../src/protocol/problem.ts';
import { PullQuery, PullResponse } from '../../src/protocol/pull.ts';
import { PushRequest, PushResponse } from '../../src/protocol/push.ts';
import { ReceiptQuery, ReceiptResponse } from '../../src/protocol/receipt.ts';
import { SessionRequest, SessionResponse } from '../../src/protocol/session.ts';

/**
 * Everything that device and server say to each other. `Change` stands by itself, because a push carries it unparsed. The fields of
 * the kinds are not in here: they travel as plain JSON, and a field that one side does not know is refused or kept, never misread.
 */
export const WIRE_MESSAGES = {
  EnrolRequest,
  EnrolResponse,
  SessionRequest,
  SessionResponse,
  PushRequest,
  Change,
  PushResponse,
  PullQuery,
  PullResponse,
  ReceiptQuery,
  ReceiptResponse,
  DevicesResponse,
  Problem,
} as const satisfies Record<string, z.ZodType>;

export type WireMessage = keyof typeof WIRE_MESSAGES;
