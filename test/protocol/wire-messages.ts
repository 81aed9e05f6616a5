import type { z } from 'zod';
import { Change } from '../../src/domain/change.ts';
import { AccountsResponse, PasswordRequest, ResetRequest } from '../../src/protocol/accounts.ts';
import {
  AttentionResponse,
  ReturnedResponse,
  ReturnedTaken,
  SettleRequest,
  SettleResponse,
} from '../../src/protocol/attention.ts';
import { DevicesResponse } from '../../src/protocol/devices.ts';
import { EnrolRequest, EnrolResponse } from '../../src/protocol/enrol.ts';
import { EpochResponse } from '../../src/protocol/epoch.ts';
import { FileState } from '../../src/protocol/files.ts';
import { GuestRequest, GuestResponse, GuestStandingResponse, InvitationResponse } from '../../src/protocol/guest.ts';
import { MailboxRequest, MailboxResponse } from '../../src/protocol/mailbox.ts';
import { MailedPiece } from '../../src/protocol/mailed-piece.ts';
import { Problem } from '../../src/protocol/problem.ts';
import { PullQuery, PullResponse } from '../../src/protocol/pull.ts';
import { PushRequest, PushResponse } from '../../src/protocol/push.ts';
import { ReceiptQuery, ReceiptResponse } from '../../src/protocol/receipt.ts';
import { RescueRequest, RescueResponse } from '../../src/protocol/rescue.ts';
import { SessionRequest, SessionResponse } from '../../src/protocol/session.ts';
import { StandingRequest, StandingResponse } from '../../src/protocol/standing.ts';
import { RecoverRequest, RecoverResponse, VaultRegistration } from '../../src/protocol/vault.ts';

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
  VaultRegistration,
  RecoverRequest,
  RecoverResponse,
  MailboxRequest,
  MailboxResponse,
  MailedPiece,
  RescueRequest,
  RescueResponse,
  AttentionResponse,
  SettleRequest,
  SettleResponse,
  ReturnedResponse,
  ReturnedTaken,
  StandingRequest,
  StandingResponse,
  EpochResponse,
  AccountsResponse,
  ResetRequest,
  PasswordRequest,
  InvitationResponse,
  GuestRequest,
  GuestResponse,
  GuestStandingResponse,
  FileState,
} as const satisfies Record<string, z.ZodType>;

export type WireMessage = keyof typeof WIRE_MESSAGES;
