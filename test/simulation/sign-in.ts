import type { Device } from '../../src/device/open-device.ts';
import { SessionResponse } from '../../src/protocol/session.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { sendRequest } from '../../src/sync/http-client.ts';
import { rootToLoginSecret } from '../../src/vault/password-root.ts';
import type { World } from './create-world.ts';
import type { Tab } from './tab.ts';
import { httpOf } from './tab-ports.ts';

/** How a person of the simulated city gets a session: with the password they know, or the one that they were told of since. */
export async function signIn(world: World, tab: Tab, device: Device) {
  const { person } = tab;
  const answer = await askForSession(world, tab, device, person.root);
  const { offeredRoot } = person;
  if (answer.ok || !isSignInRefused(answer.error) || offeredRoot === undefined)
    return answer.ok ? keepEscrow(device, answer) : answer;
  // What the coordinator said on the telephone.
  const other = await askForSession(world, tab, device, offeredRoot);
  if (!other.ok) return other;
  // They may have begun to use it on another device while this one asked.
  if (person.root !== offeredRoot) person.formerRoots.unshift(person.root);
  person.root = offeredRoot;
  if (person.offeredRoot === offeredRoot) person.offeredRoot = undefined;
  return keepEscrow(device, other);
}

/** With what this tab came in by; refused, it opens nothing here from the next unlock on. */
export async function renew(world: World, tab: Tab, device: Device, vaultId: string) {
  const answer = await askForSession(world, tab, device, tab.loginRoot ?? tab.person.root);
  if (!answer.ok && isSignInRefused(answer.error)) await (await device.lockedMail()).notePasswordStale(vaultId);
  return answer.ok ? keepEscrow(device, answer) : answer;
}

/** The municipality's key as it is now, as the app keeps it. */
async function keepEscrow(device: Device, answer: { readonly ok: true; readonly value: SessionResponse }) {
  const enrolment = device.enrolment.peek();
  if (enrolment !== undefined && enrolment.escrow.keyId !== answer.value.escrow.keyId) {
    await device.saveEnrolment({ ...enrolment, escrow: answer.value.escrow });
  }
  return answer;
}

const isSignInRefused = (failure: SyncFailure): boolean =>
  failure.type === 'Refused' && failure.problem === 'SignInRefused';

const askForSession = async (world: World, tab: Tab, device: Device, root: Uint8Array) =>
  sendRequest(httpOf(world, tab), {
    method: 'POST',
    path: '/session',
    authorization: `Device ${device.enrolment.peek()?.deviceToken ?? ''}`,
    body: {
      protocol: PROTOCOL_VERSION,
      username: tab.person.username,
      secret: await rootToLoginSecret(root),
    },
    response: SessionResponse,
  });
