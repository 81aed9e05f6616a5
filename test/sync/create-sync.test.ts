import { describe, expect, it, vi } from 'vitest';
import { err } from '../../src/domain/result.ts';
import { QUEUE_AGE_ALARM_MS } from '../../src/sync/create-sync.ts';
import { createWorkplace, must, reopen } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { createLock } from './a-lock.ts';
import { breathe, createBench } from './a-server.ts';

const person = () => createPerson({ nickname: 'Momo' });
type Bench = Awaited<ReturnType<typeof createBench>>;
const save = async ({ vault }: Bench) => must(await vault.saveChange(person()));

describe('a round', () => {
  it('asks one thing at a time, whoever nudges how often, and goes round once more for them all', async () => {
    const bench = await createBench();
    await save(bench);
    const sync = bench.start();
    for (const what of ['push', 'pull', 'receipt'] as const) {
      for (let count = 0; count < 3; count += 1) sync.nudge();
      await (await bench.question(what)).accept();
    }
    await bench.finishRound();
    expect(bench.timers.count(), 'rests').toBe(1);
    expect(bench.vault.status.value.safeAt).toBe('2026-11-23T09:00:01.000Z');
    sync.stop();
  });

  it('does not send what was undone while it was about to be sent', async () => {
    const bench = await createBench();
    await save(bench);
    const undone = await save(bench);
    const undoing = bench.vault.undoChange(undone.id);
    const sync = bench.start();
    expect(await undoing).toBe(true);
    const push = await bench.question('push');
    expect(push.seqs).toEqual([1]);
    await push.accept();
    await save(bench);
    sync.nudge();
    await bench.finishRound();
    expect(bench.store.streamState()).toMatchObject({ mark: 2, count: 2 });
    sync.stop();
  });

  it('does not send what another tab has just undone', async () => {
    const bench = await createBench();
    const joined = await (await reopen(bench.disk)).joinOpenVault();
    if (joined === undefined) throw new Error('nobody answered');
    const second = must(joined);
    const undone = must(await second.vault.saveChange(person()));
    await vi.waitFor(() => expect(bench.vault.waitingCount.value).toBe(1));
    expect(await second.vault.undoChange(undone.id)).toBe(true);
    const sync = bench.start();
    await (await bench.question('pull')).accept();
    await bench.finishRound();
    expect(bench.vault.outbox.value).toEqual([]);
    sync.stop();
  });

  it('of an account that is shown no record asks for none, and is proved all the same', async () => {
    const bench = await createBench();
    const sync = bench.start({ readsNothing: true });
    await (await bench.question('receipt')).accept();
    await breathe();
    expect(bench.vault.status.value).toMatchObject({ trouble: undefined, safeAt: '2026-11-23T09:00:01.000Z' });
    expect(bench.questions).toEqual([]);
    sync.stop();
  });

  it('that a change is saved in shows no green before the next receipt', async () => {
    const bench = await createBench();
    const sync = bench.start();
    await (await bench.question('pull')).accept();
    const receipt = await bench.question('receipt');
    await save(bench);
    await receipt.accept();
    expect(bench.vault.status.value.safeAt).toBeUndefined();
    sync.stop();
  });
});

describe('after a failure', () => {
  it('a nudge cuts the wait short, but not the one that the server asked for', async () => {
    const bench = await createBench();
    const sync = bench.start();
    const busy = { type: 'Refused', problem: 'ServerBusy', status: 503 } as const;
    await (await bench.question('pull')).fail({ ...busy, retryAfterMs: 30_000 });
    sync.nudge();
    await breathe();
    expect(bench.questions).toEqual([]);
    bench.timers.shift(-60_000);
    expect(bench.timers.wakeNext(), 'its own timer still wakes it, although the clock stepped back').toBe(true);
    await (await bench.question('pull')).fail({ ...busy, retryAfterMs: undefined });
    sync.nudge();
    await bench.question('pull');
    sync.stop();
  });

  it('5: that goes on for hours while the server answers, the person is told that something is stuck', async () => {
    const bench = await createBench();
    bench.timers.shift(Date.parse((await save(bench)).at) - bench.timers.nowMs());
    const sync = bench.start();
    const fault = { type: 'Refused', problem: 'ServerFault', status: 500, retryAfterMs: undefined } as const;
    await (await bench.question('push')).fail(fault);
    expect(bench.vault.status.value).toMatchObject({ isOnline: true, trouble: undefined });
    bench.timers.shift(QUEUE_AGE_ALARM_MS);
    bench.timers.wakeNext();
    await (await bench.question('push')).fail(fault);
    expect(bench.vault.status.value).toMatchObject({ isOnline: true, trouble: 'stuck' });
    bench.timers.wakeNext();
    await bench.finishRound();
    expect(bench.vault.status.value.trouble).toBeUndefined();
    sync.stop();
  });

  it('a bug inside is reported, and the round is tried again', async () => {
    const bench = await createBench();
    await save(bench);
    let calls = 0;
    const applyVerdicts: typeof bench.store.applyVerdicts = (...given) => {
      calls += 1;
      if (calls === 1) throw new Error('a bug');
      return bench.store.applyVerdicts(...given);
    };
    const sync = bench.start({ store: { ...bench.store, applyVerdicts } });
    await (await bench.question('push')).accept();
    expect(bench.faults).toMatchObject([{ message: 'a bug' }]);
    expect(bench.vault.status.value).toMatchObject({ trouble: 'stuck', activity: { doing: 'nothing' } });
    bench.timers.wakeNext();
    await bench.finishRound();
    expect(bench.vault.status.value.trouble).toBeUndefined();
    expect(bench.vault.waitingCount.value).toBe(0);
    sync.stop();
  });

  it.each([
    ['QuotaExceeded', 'storage-full'],
    ['DatabaseUnavailable', 'storage-trouble'],
    ['DatabaseBlocked', 'storage-trouble'],
  ] as const)('of the storage by %s the person is told %s, and it is tried again', async (type, trouble) => {
    const bench = await createBench();
    let isMended = false;
    const storePage: typeof bench.store.storePage = async (...given) =>
      isMended ? bench.store.storePage(...given) : err({ type });
    const sync = bench.start({ store: { ...bench.store, storePage } });
    await (await bench.question('pull')).accept();
    expect(bench.vault.status.value).toMatchObject({ trouble, isOnline: true, activity: { doing: 'nothing' } });
    isMended = true;
    bench.timers.wakeNext();
    await bench.finishRound();
    expect(bench.vault.status.value.trouble).toBeUndefined();
    sync.stop();
  });

  it('because the vault was locked the work simply ends, without a trouble', async () => {
    const bench = await createBench();
    await save(bench);
    const sync = bench.start();
    const push = await bench.question('push');
    await bench.lock();
    await push.accept();
    expect(bench.vault.status.value).toMatchObject({ trouble: undefined, activity: { doing: 'nothing' } });
    sync.nudge();
    await breathe();
    expect(bench.questions).toEqual([]);
    expect(bench.timers.count(), 'nothing is tried again').toBe(0);
    sync.stop();
  });

  it('that only a person can answer nothing is shown as under way, and nothing listens again', async () => {
    const bench = await createBench();
    await save(bench);
    const sync = bench.start();
    await (await bench.question('push')).fail({
      type: 'Refused',
      problem: 'DeviceRevoked',
      status: 403,
      retryAfterMs: undefined,
    });
    expect(bench.vault.status.value).toMatchObject({ trouble: 'device-revoked', activity: { doing: 'nothing' } });
    sync.nudge();
    await breathe();
    expect(bench.questions).toEqual([]);
    sync.stop();
  });
});

describe('stop', () => {
  it('drops an answer that is on its way and leaves no timer behind', async () => {
    const bench = await createBench();
    const saved = await save(bench);
    const sync = bench.start();
    const push = await bench.question('push');
    sync.stop();
    await breathe();
    await push.accept();
    expect(bench.vault.outbox.value).toMatchObject([{ change: saved, state: 'waiting' }]);
    expect(bench.store.streamState()).toMatchObject({ mark: 0, count: 0 });
    expect(bench.timers.count()).toBe(0);
    expect(bench.listening.every(({ aborted }) => aborted)).toBe(true);
    sync.nudge();
    await breathe();
    expect(bench.questions).toEqual([]);
  });

  it('while an answer is being stored lets that end before the next holder of the lock begins', async () => {
    const place = await createWorkplace();
    const lead = createLock();
    const bench = await createBench(place);
    await save(bench);
    let isStored = false;
    const order: string[] = [];
    const applyVerdicts: typeof bench.store.applyVerdicts = async (...given) => {
      first.stop();
      await breathe();
      const stored = await bench.store.applyVerdicts(...given);
      isStored = true;
      return stored;
    };
    const first = bench.start({ lead, store: { ...bench.store, applyVerdicts } });
    const second = bench.start({
      lead: (work) =>
        lead((released) => {
          order.push(`second begins, stored: ${isStored}`);
          return work(released);
        }),
    });
    await (await bench.question('push')).accept();
    await bench.question('pull');
    expect(order).toEqual(['second begins, stored: true']);
    await bench.finishRound();
    expect(bench.store.streamState()).toMatchObject({ count: 1 });
    expect(bench.vault.status.value.safeAt).toBeDefined();
    second.stop();
  });

  it('by a lock of the vault in the middle of a round is no fault', async () => {
    const bench = await createBench();
    await save(bench);
    let sync: ReturnType<typeof bench.start> | undefined;
    bench.vault.isLocked.subscribe((isLocked) => isLocked && sync?.stop());
    const applyVerdicts: typeof bench.store.applyVerdicts = async (...given) => {
      await bench.lock();
      return bench.store.applyVerdicts(...given);
    };
    sync = bench.start({ store: { ...bench.store, applyVerdicts } });
    await (await bench.question('push')).accept();
    await breathe();
    expect(bench.faults).toEqual([]);
    expect(bench.timers.count()).toBe(0);
  });

  it('of one who waits for the lock: it never works, and the lock goes on to the next', async () => {
    const lead = createLock();
    const bench = await createBench();
    const [first, second, third] = [bench.start({ lead }), bench.start({ lead }), bench.start({ lead })];
    await bench.finishRound();
    expect(bench.timers.count(), 'one of three works').toBe(1);
    second.stop();
    first.stop();
    await bench.question('pull');
    await bench.finishRound();
    expect(bench.timers.count()).toBe(1);
    third.stop();
    expect(bench.timers.count()).toBe(0);
  });
});
