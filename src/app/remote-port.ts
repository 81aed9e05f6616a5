import { z } from 'zod';
import type { Device } from '../device/open-device.ts';
import { ok, type Result } from '../domain/result.ts';
import type { AccountLine, RemotePort, RemoteTrouble } from '../features/remote-ports.ts';
import { PASSPHRASE_BYTES, temporaryPassphrase } from '../features/settings/temporary-passphrase.ts';
import { AccountsResponse, type ResetRequest } from '../protocol/accounts.ts';
import { DevicesResponse } from '../protocol/devices.ts';
import { InvitationResponse } from '../protocol/guest.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { type Ask, orTrouble } from './ask-server.ts';
import { changePassword, finishPassword, passwordToSecret } from './change-password.ts';
import type { Entered } from './entrance.ts';
import { carryRescueFile } from './rescue-file.ts';

/** The few things that screens ask the server for directly: they make no sense offline, and say so. */
export function createRemotePort(device: Device, entered: Entered, ask: Ask): RemotePort {
  const post = (path: string, body?: unknown): Promise<Result<void, RemoteTrouble>> =>
    ask({ method: 'POST', path, body, response: z.undefined() }).then(orTrouble);
  const invitationOf = async (method: 'GET' | 'POST', eventId: string) => {
    const path = `/events/${eventId}/invitation`;
    const answer = orTrouble(await ask({ method, path, response: InvitationResponse }));
    if (!answer.ok) return answer;
    const { invitation } = answer.value;
    // The code behind the # is never sent to a server as part of an address, and stands in no log.
    return ok(invitation && { ...invitation, address: `${location.origin}/door#${invitation.code}` });
  };
  return {
    findInvitation: (eventId) => invitationOf('GET', eventId),
    openInvitation: (eventId) => invitationOf('POST', eventId),
    endInvitation: (eventId) =>
      ask({ method: 'DELETE', path: `/events/${eventId}/invitation`, response: z.undefined() }).then(orTrouble),
    async listDevices() {
      const answer = orTrouble(await ask({ method: 'GET', path: '/devices', response: DevicesResponse }));
      if (!answer.ok) return answer;
      const here = device.enrolment.peek()?.deviceId;
      return ok(answer.value.devices.map((line) => ({ ...line, isThisOne: line.id === here })));
    },
    revokeDevice: (id) => post(`/devices/${id}/revoke`),
    async listAccounts() {
      const answer = orTrouble(await ask({ method: 'GET', path: '/accounts', response: AccountsResponse }));
      return answer.ok ? ok(answer.value.accounts) : answer;
    },
    async resetPassword({ id, username }: AccountLine) {
      const { municipality } = entered.unlocked.vault.actor;
      const password = temporaryPassphrase(crypto.getRandomValues(new Uint8Array(PASSPHRASE_BYTES)));
      const secret = await passwordToSecret({ municipality, username }, password);
      const answer = await post(`/accounts/${id}/reset`, { protocol: PROTOCOL_VERSION, secret } satisfies ResetRequest);
      return answer.ok ? ok(password) : answer;
    },
    closeAccount: (id) => post(`/accounts/${id}/disable`),
    reopenAccount: (id) => post(`/accounts/${id}/enable`),
    changePassword: (oldPassword, newPassword) => changePassword({ device, entered, ask }, oldPassword, newPassword),
    finishPassword: (oldPassword, newPassword) => finishPassword({ device, entered }, oldPassword, newPassword),
    carryRescueFile: (text) => carryRescueFile(ask, text),
  };
}
