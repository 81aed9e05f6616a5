import { SIGN_IN_REFUSED } from '../../src/app/renew-session.ts';
import { type NewGuest, openGuestPhone } from '../../src/device/guest-phone.ts';
import type { NewChange } from '../../src/device/open-vault.ts';
import type { Change } from '../../src/domain/change.ts';
import { err } from '../../src/domain/result.ts';
import { GuestResponse } from '../../src/protocol/guest.ts';
import { createSync } from '../../src/sync/create-sync.ts';
import { createHttpServerPort } from '../../src/sync/http-server-port.ts';
import { createDisk, must, portsOf, type TestDisk } from '../device/a-device.ts';
import { bringCode } from '../server/test-guests.ts';
import type { World } from './create-world.ts';
import { createFaultyNetwork } from './faulty-network.ts';
import { createManualTimers } from './manual-timers.ts';

/** A volunteer's phone inside one event: its own vault, the same outbox and the same sync as every other device. */
export async function startGuest(world: World, code: string, disk: TestDisk = createDisk()) {
  const { server } = world;
  const network = createFaultyNetwork();
  const timers = createManualTimers(Date.parse(server.clock.now()));
  const ports = portsOf(disk, { now: () => new Date(timers.nowMs()).toISOString() });
  const phone = must(await openGuestPhone(ports));
  const opened = must(await phone.open()) ?? (await comeIn());
  const { vault, store } = opened;
  const saved: Change[] = [];
  const faults: unknown[] = [];
  let isLeading = false;
  const sync = createSync({
    server: {
      ...createHttpServerPort({ fetch: network.fetch, origin: server.url }, async () => err(SIGN_IN_REFUSED)),
      listen: (_token, _onAdvanced, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    store,
    nowMs: timers.nowMs,
    random: () => 0.5,
    after: timers.after,
    lead: (work) => {
      isLeading = true;
      return work(new AbortController().signal).finally(() => {
        isLeading = false;
      });
    },
    readStatus: () => vault.status.peek(),
    writeStatus: (status) => {
      vault.status.value = status;
    },
    reportFault: (error) => faults.push(error),
  });

  return {
    person: { actor: vault.actor },
    vault: () => vault,
    network,
    saved,
    faults,
    disk,
    phone,
    async save(change: NewChange): Promise<Change> {
      const one = must(await vault.saveChange(change));
      saved.push(one);
      return one;
    },
    async syncNow() {
      await rest();
      sync.nudge();
      await rest();
    },
    /** The code is scanned again by a phone that the server knows no more; it goes on with what `startGuest` opens of the same disk. */
    async comeInAnew(shown: string) {
      must(await phone.comeInAnew(opened, await bring(shown)));
      sync.stop();
    },
    async stop() {
      sync.stop();
      await opened.lock();
    },
  };

  async function comeIn() {
    return must(await phone.comeIn(await bring(code)));
  }

  async function bring(shown: string): Promise<NewGuest> {
    const answer = GuestResponse.parse((await bringCode(server.api, shown)).json);
    const { deviceId, deviceToken, municipality, escrow, actor, token } = answer;
    const enrolment = { deviceId, deviceToken, municipality, escrow, label: actor.name };
    return { enrolment, actor, sessionToken: token };
  }

  async function rest(): Promise<void> {
    // Nothing more comes of a sync that only a person can help.
    const isHalted = () => vault.status.peek().trouble === 'signed-out';
    while (isLeading && timers.count() === 0 && !isHalted()) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
