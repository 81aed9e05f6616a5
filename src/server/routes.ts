import {
  accountsRoute,
  disableAccountRoute,
  enableAccountRoute,
  passwordRoute,
  resetAccountRoute,
} from './routes/accounts.ts';
import { attentionRoute, returnedRoute, returnedTakenRoute, settleRoute } from './routes/attention.ts';
import { certificateRoute } from './routes/certificates.ts';
import { deviceStandingRoute, devicesRoute, revokeDeviceRoute } from './routes/devices.ts';
import { enrolRoute } from './routes/enrol.ts';
import { epochRoute } from './routes/epoch.ts';
import { fileStateRoute, keepPieceRoute, readPieceRoute } from './routes/files.ts';
import {
  endInvitationRoute,
  guestRoute,
  guestStandingRoute,
  invitationRoute,
  openInvitationRoute,
} from './routes/guests.ts';
import { liveRoute } from './routes/live.ts';
import { mailboxRoute, rescueRoute } from './routes/mailbox.ts';
import { mailedFileRoute } from './routes/mailed-files.ts';
import { pullRoute } from './routes/pull.ts';
import { pushRoute } from './routes/push.ts';
import { receiptRoute } from './routes/receipt.ts';
import type { Route } from './routes/route.ts';
import { signInRoute, signOutRoute } from './routes/session.ts';
import { standingRoute } from './routes/standing.ts';
import { recoverVaultRoute, registerVaultRoute } from './routes/vaults.ts';
import { wipedRoute } from './routes/wiped.ts';

/** Every address of the API. A row added here needs a row in the permission tests, or they fail. */
export const ROUTES: readonly Route[] = [
  enrolRoute,
  signInRoute,
  signOutRoute,
  pushRoute,
  pullRoute,
  liveRoute,
  receiptRoute,
  deviceStandingRoute,
  devicesRoute,
  revokeDeviceRoute,
  registerVaultRoute,
  recoverVaultRoute,
  mailboxRoute,
  mailedFileRoute,
  epochRoute,
  rescueRoute,
  attentionRoute,
  settleRoute,
  returnedRoute,
  returnedTakenRoute,
  standingRoute,
  accountsRoute,
  resetAccountRoute,
  disableAccountRoute,
  enableAccountRoute,
  passwordRoute,
  wipedRoute,
  invitationRoute,
  openInvitationRoute,
  endInvitationRoute,
  guestRoute,
  guestStandingRoute,
  certificateRoute,
  fileStateRoute,
  keepPieceRoute,
  readPieceRoute,
];
