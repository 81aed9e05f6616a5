import { openGuestPhone } from '../../src/device/guest-phone.ts';
import { GuestResponse } from '../../src/protocol/guest.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { sendRequest } from '../../src/sync/http-client.ts';
import type { World } from './create-world.ts';
import { closeTab, type Tab, work } from './tab.ts';
import { httpOf, portsOf } from './tab-ports.ts';
import { begin } from './unlock-tab.ts';

/** They try until somebody lets them in. */
const SCAN_AGAIN_MS = 30_000;

/** A volunteer's phone at the door, as the app opens it: what is on it already, or else the code brings it in. */
export async function enterPhone(world: World, tab: Tab): Promise<void> {
  const { place, person, process } = tab;
  const phone = await openGuestPhone(portsOf(world, tab));
  if (!phone.ok) return closeTab(world, tab);
  const opened = await phone.value.open();
  if (!opened.ok) return closeTab(world, tab);
  if (opened.value !== undefined) {
    person.actor = opened.value.vault.actor;
    return begin(world, tab, opened.value);
  }
  const answer = await sendRequest(httpOf(world, tab), {
    method: 'POST',
    path: '/guest',
    body: { protocol: PROTOCOL_VERSION, code: place.doorCode ?? '' },
    response: GuestResponse,
  });
  if (!answer.ok) {
    const isOver = answer.error.type === 'Refused';
    if (isOver) return closeTab(world, tab);
    const again = () => work(world, tab, 'scans the code again', () => enterPhone(world, tab));
    return void world.scheduler.after(SCAN_AGAIN_MS, again, process);
  }
  const { deviceId, deviceToken, municipality, escrow, actor, token } = answer.value;
  person.actor = actor;
  const enrolment = { deviceId, deviceToken, municipality, escrow, label: actor.name };
  const unlocked = await phone.value.comeIn({ enrolment, actor, sessionToken: token });
  if (!unlocked.ok) return closeTab(world, tab);
  if (process.isDead) return;
  world.tally.count('a phone came in');
  begin(world, tab, unlocked.value);
}
