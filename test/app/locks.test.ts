import { expect, onTestFinished, test } from 'vitest';
import { type LinePorts, leadWithLock, SILENT_MS_MAX } from '../../src/app/locks.ts';

/** Node's own Web Locks and channels; the hands of the clock are ours. */
type Tab = LinePorts & { isFrozen: boolean; sees: boolean };
type Browser = { readonly openTab: () => Tab; readonly passTime: (ms: number) => Promise<void> };

const TICK_MS = 20_000;
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));

function startBrowser(): Browser {
  let nowMs = 0;
  const timers = new Set<{ tab: Tab; work: () => void }>();
  return {
    openTab() {
      const tab: Tab = {
        isFrozen: false,
        sees: true,
        locks: navigator.locks,
        channel: (name) => {
          const channel = new BroadcastChannel(name);
          onTestFinished(() => channel.close());
          return channel;
        },
        every(_, work) {
          const timer = { tab, work };
          timers.add(timer);
          return () => void timers.delete(timer);
        },
        nowMs: () => nowMs,
        isVisible: () => tab.sees,
      };
      return tab;
    },
    async passTime(ms) {
      for (let passed = 0; passed < ms; passed += TICK_MS) {
        nowMs += TICK_MS;
        for (const { tab, work } of [...timers]) if (!tab.isFrozen) work();
        await settle();
      }
    },
  };
}

/** Leads until it is told to end, and says so. */
function queueUp(tab: Tab, name: string) {
  const ended = Promise.withResolvers<void>();
  const state = { leads: false, released: false };
  const over = leadWithLock(
    name,
    async (released) => {
      state.leads = true;
      released.addEventListener('abort', () => Object.assign(state, { leads: false, released: true }));
      await ended.promise;
      state.leads = false;
    },
    tab,
  );
  return { state, over, end: ended.resolve };
}

test('12: a tab takes over from one that is frozen, and that one learns of it', async () => {
  const browser = startBrowser();
  const [front, behind] = [browser.openTab(), browser.openTab()];
  const first = queueUp(front, 'frozen');
  await settle();
  const second = queueUp(behind, 'frozen');
  front.isFrozen = true;
  await browser.passTime(SILENT_MS_MAX);
  expect([first.state.leads, second.state.leads]).toEqual([true, false]);
  await browser.passTime(2 * TICK_MS);
  expect(second.state.leads).toBe(true);
  expect(first.state).toEqual({ leads: false, released: true });
  expect(await first.over).toBe('taken-over');
  second.end();
  expect(await second.over).toBe('over');
  first.end();
});

test('a tab that is heard keeps the lead, however long another one waits; when it ends the next one leads', async () => {
  const browser = startBrowser();
  const first = queueUp(browser.openTab(), 'heard');
  await settle();
  const second = queueUp(browser.openTab(), 'heard');
  await browser.passTime(2 * SILENT_MS_MAX);
  expect([first.state.leads, second.state.leads]).toEqual([true, false]);
  first.end();
  expect(await first.over).toBe('over');
  await settle();
  expect(second.state.leads).toBe(true);
  second.end();
  expect(await second.over).toBe('over');
});

test('a tab that nobody looks at, or that slept itself, takes nothing over', async () => {
  const browser = startBrowser();
  const [front, behind] = [browser.openTab(), browser.openTab()];
  const first = queueUp(front, 'slept');
  await settle();
  const second = queueUp(behind, 'slept');
  front.isFrozen = true;
  behind.sees = false;
  await browser.passTime(2 * SILENT_MS_MAX);
  behind.sees = true;
  behind.isFrozen = true;
  await browser.passTime(2 * SILENT_MS_MAX);
  behind.isFrozen = false;
  await browser.passTime(TICK_MS);
  expect([first.state.leads, second.state.leads]).toEqual([true, false]);
  first.end();
  await first.over;
  second.end();
  await second.over;
});
