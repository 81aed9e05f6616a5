// long because each failure of the locked road is a case of its own, on one stage that is set once.
import { describe, expect, it } from 'vitest';
import { PIECE_BYTES } from '../../src/domain/file-pieces.ts';
import type { Result } from '../../src/domain/result.ts';
import { err, ok } from '../../src/domain/result.ts';
import type { FileState } from '../../src/protocol/files.ts';
import type { MailboxRequest, MailboxResponse } from '../../src/protocol/mailbox.ts';
import type { MailedPiece } from '../../src/protocol/mailed-piece.ts';
import { createMailer, type MailerPorts, type MailNews } from '../../src/sync/create-mailer.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { createActor, createWorkplace, must, PASSWORD, rootOf } from '../device/a-device.ts';
import { samplePhoto } from '../device/a-photo.ts';
import { createPerson } from '../device/case-data.ts';
import { dumpDatabase, dumpTable } from '../device/dump-database.ts';
import { createManualTimers } from '../world/manual-timers.ts';
import { breathe } from './a-server.ts';

const person = (nickname = 'Momo') => createPerson({ nickname });
const refusal = (problem: Extract<SyncFailure, { type: 'Refused' }>['problem']): SyncFailure => ({
  type: 'Refused',
  problem,
  status: 400,
  retryAfterMs: undefined,
});
type Answer = Result<MailboxResponse, SyncFailure>;
const became =
  (what: 'taken' | 'held' | 'unreadable') =>
  ({ rows }: MailboxRequest): Answer =>
    ok({ rows: rows.map(({ changeId }) => ({ changeId, became: what })) });

async function attachTo(
  { vault, openFiles }: Awaited<ReturnType<typeof createWorkplace>>,
  file: Uint8Array<ArrayBuffer>,
) {
  const record = vault.caseload.ofKind('beneficiary')[0]?.record.id;
  must(await must(await openFiles()).attach({ file, fileType: 'image/jpeg', record: record as never, name: 'Foto' }));
}

/** A locked tablet with `count` changes of a registered vault, and a mailer before a server that answers as wished. */
async function createTablet(count: number, change: Partial<MailerPorts> = {}, photo?: Uint8Array<ArrayBuffer>) {
  const place = await createWorkplace();
  must(await place.store.noteRegistered('key', undefined));
  for (let index = 0; index < count; index += 1) must(await place.vault.saveChange(person(`Momo ${index}`)));
  if (photo !== undefined) await attachTo(place, photo);
  await place.lock();
  await place.device.refreshVaults();
  const timers = createManualTimers(0);
  const requests: MailboxRequest[] = [];
  const pieces: MailedPiece[] = [];
  const news: MailNews[] = [];
  const faults: unknown[] = [];
  const open = new Set<string>();
  const wish = {
    answer: became('taken') as (request: MailboxRequest) => Answer | Promise<Answer>,
    epoch: ok(undefined) as Result<string | undefined, SyncFailure>,
    piece: (() => ok({ bytes: 1, isWhole: true, places: [] })) as (
      piece: MailedPiece,
    ) => Result<FileState, SyncFailure>,
    isRevoked: ok(false) as Result<boolean, SyncFailure>,
    sayWiped: ok(undefined) as Result<void, SyncFailure> | Promise<Result<void, SyncFailure>>,
  };
  const mail = await place.device.lockedMail();
  const start = (more: Partial<MailerPorts> = {}) =>
    createMailer({
      mail,
      server: {
        async mail(request) {
          requests.push(request);
          return wish.answer(request);
        },
        async mailPiece(piece) {
          pieces.push(piece);
          return wish.piece(piece);
        },
        epoch: async () => wish.epoch,
        isRevoked: async () => wish.isRevoked,
        sayWiped: async () => wish.sayWiped,
      },
      removeVault: place.device.removeVault,
      wipe: place.device.wipe,
      async hold(vaultId, work) {
        if (open.has(vaultId)) return false;
        await work();
        return true;
      },
      lead: (work) => work(new AbortController().signal),
      random: () => 0.5,
      after: timers.after,
      tell: (one) => news.push(one),
      reportFault: (error) => faults.push(error),
      ...change,
      ...more,
    });
  const rest = async () => {
    const isDone = () => timers.count() > 0 || news.some(({ what }) => what === 'device-cleared');
    for (let tries = 0; tries < 1_000 && !isDone(); tries += 1) await breathe();
    await place.device.refreshVaults();
    expect(faults).toEqual([]);
  };
  const unsent = () => place.device.vaults.peek().map((vault) => vault.unsent);
  const unlock = async () => must(await place.device.unlockVault(place.vaultId, await rootOf(PASSWORD)));
  return { ...place, timers, requests, pieces, news, wish, open, start, rest, unsent, unlock };
}

describe('a locked vault', () => {
  it('is emptied into the mailbox in order; its rows wait for the verdicts, and are not sent twice', async () => {
    const tablet = await createTablet(3);
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.requests.map(({ rows }) => rows.map(({ seq }) => seq))).toEqual([[1, 2, 3]]);
    expect(tablet.device.vaults.peek()).toMatchObject([{ waiting: 3, unsent: 0 }]);
    mailer.nudge();
    await tablet.rest();
    expect(tablet.requests).toHaveLength(1);
    mailer.stop();
    const { vault } = await tablet.unlock();
    expect(vault.waitingCount.value).toBe(3);
  });

  it('goes up in halves when it is too much at once', async () => {
    const tablet = await createTablet(6);
    tablet.wish.answer = (request) =>
      request.rows.length > 2 ? err(refusal('BodyTooLarge')) : became('taken')(request);
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.unsent()).toEqual([0]);
    mailer.stop();
  });

  it.each([
    ['no network', { type: 'Unreachable' }, false],
    ['a login page in the place of the server', { type: 'NotOurServer', status: 200 }, false],
    ['a busy server', refusal('ServerBusy'), true],
  ] as const)('%s leaves all where it is, and the timer tries again', async (_, failure, hasContact) => {
    const tablet = await createTablet(2);
    tablet.wish.answer = () => err(failure);
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.unsent()).toEqual([2]);
    expect(tablet.news).toEqual([{ what: 'round', hasContact }]);
    tablet.wish.answer = became('taken');
    tablet.timers.wakeNext();
    await tablet.rest();
    expect(tablet.unsent()).toEqual([0]);
    mailer.stop();
  });

  it('is tried again soon after a good moment that was none, however long the network was away before', async () => {
    const tablet = await createTablet(1);
    tablet.wish.answer = () => err({ type: 'Unreachable' });
    const mailer = tablet.start();
    await tablet.rest();
    for (let failed = 1; failed < 8; failed += 1) {
      tablet.timers.wakeNext();
      await tablet.rest();
    }
    mailer.nudge();
    await tablet.rest();
    const nudgedMs = tablet.timers.nowMs();
    tablet.wish.answer = became('taken');
    tablet.timers.wakeNext();
    await tablet.rest();
    expect(tablet.timers.nowMs() - nudgedMs).toBeLessThan(3_000);
    expect(tablet.unsent()).toEqual([0]);
    mailer.stop();
  });

  it('that the server does not know is left alone until its person signs in', async () => {
    const tablet = await createTablet(1);
    tablet.wish.answer = () => err(refusal('VaultUnknown'));
    const mailer = tablet.start();
    await tablet.rest();
    mailer.nudge();
    await tablet.rest();
    expect(tablet.requests).toHaveLength(1);
    expect(tablet.device.vaults.peek()).toMatchObject([{ isRegistered: false, unsent: 1 }]);
    mailer.stop();
  });

  it.each(['StreamGap', 'StreamForked', 'StreamForeign'] as const)(
    '%s is mended with a new stream, without the key',
    async (problem) => {
      const tablet = await createTablet(3);
      let isFirst = true;
      tablet.wish.answer = (request) => {
        if (!isFirst) return became('taken')(request);
        isFirst = false;
        return err(refusal(problem));
      };
      const mailer = tablet.start();
      await tablet.rest();
      const [first, second] = tablet.requests;
      expect(second?.stream).not.toBe(first?.stream);
      expect(second?.rows.map(({ seq, changeId }) => [seq, changeId])).toEqual(
        first?.rows.map(({ seq, changeId }) => [seq, changeId]),
      );
      expect(tablet.unsent()).toEqual([0]);
      mailer.stop();
    },
  );

  it('with a damaged row sends all the others, and keeps that one', async () => {
    const tablet = await createTablet(4);
    const damaged = (await dumpTable(tablet.disk, 'outbox')).find(({ seq }) => seq === 2)?.changeId;
    tablet.wish.answer = ({ rows }) => {
      const hole = rows.findIndex(({ changeId }) => changeId === damaged);
      const taken = (hole === -1 ? rows : rows.slice(0, hole)).map(({ changeId }) => ({
        changeId,
        became: 'taken' as const,
      }));
      return ok({
        rows: [...taken, ...(hole === -1 ? [] : [{ changeId: String(damaged), became: 'unreadable' as const }])],
      });
    };
    const mailer = tablet.start();
    await tablet.rest();
    const rows = await dumpTable(tablet.disk, 'outbox');
    expect(rows).toHaveLength(4);
    expect(rows.find(({ changeId }) => changeId === damaged)?.seq).toBe(0);
    expect(tablet.requests.at(-1)?.rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    mailer.stop();
  });

  it('cannot undo what went up', async () => {
    const tablet = await createTablet(1);
    const second = must(await (async () => ok(await tablet.unlock()))());
    const change = must(await second.vault.saveChange(person('Due')));
    const mailer = tablet.start();
    await tablet.rest();
    expect(await second.vault.undoChange(change.id)).toBe(false);
    mailer.stop();
  });

  it('that its person opens meanwhile is given back at once, and what is open is left alone', async () => {
    const tablet = await createTablet(1);
    tablet.wish.answer = () => new Promise<Answer>(() => undefined);
    let isHeld = false;
    const mailer = tablet.start({
      async hold(_, work) {
        isHeld = true;
        await work();
        isHeld = false;
        return true;
      },
    });
    while (tablet.requests.length === 0) await breathe();
    expect(isHeld).toBe(true);
    mailer.yieldVault(tablet.vaultId);
    await breathe();
    expect(isHeld).toBe(false);
    mailer.stop();

    const busy = await createTablet(1);
    busy.open.add(busy.vaultId);
    const other = busy.start();
    await busy.rest();
    expect(busy.requests).toEqual([]);
    other.stop();
  });
});

describe('a revoked device', () => {
  it('hands over what waits, then nothing is left on it', async () => {
    const tablet = await createTablet(2);
    tablet.wish.answer = became('held');
    tablet.wish.isRevoked = ok(true);
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.news).toContainEqual({ what: 'device-left', filesLost: 0 });
    expect(tablet.device.enrolment.peek()).toBeUndefined();
    expect(await tablet.disk.marker.find()).toBeUndefined();
    expect((await tablet.disk.indexedDB.databases()).map(({ name }) => name)).toEqual([]);
    mailer.stop();
  });

  it('on which nothing waits is cleared as well', async () => {
    const tablet = await createTablet(0);
    tablet.wish.isRevoked = ok(true);
    tablet.wish.sayWiped = err({ type: 'Unreachable' });
    tablet.start();
    await tablet.rest();
    expect(tablet.requests).toEqual([]);
    expect(tablet.news.map(({ what }) => what)).toEqual(['device-left', 'device-cleared']);
    expect(tablet.device.vaults.peek()).toEqual([]);
  });

  it('says so at once, however long the browser takes to obey the server’s answer', async () => {
    const tablet = await createTablet(0);
    tablet.wish.isRevoked = ok(true);
    tablet.wish.sayWiped = new Promise(() => {});
    const mailer = tablet.start();
    for (let tries = 0; tries < 1_000 && tablet.news.length === 0; tries += 1) await breathe();
    expect(tablet.news).toEqual([{ what: 'device-left', filesLost: 0 }]);
    mailer.stop();
  });

  it('hands over its files after its rows, each piece once, before it is cleared', async () => {
    const tablet = await createTablet(1, {}, samplePhoto(2 * PIECE_BYTES + 9));
    tablet.wish.answer = became('held');
    tablet.wish.isRevoked = ok(true);
    tablet.wish.piece = ({ place }) => ok({ bytes: 9, isWhole: place === 2, places: [0, 1].slice(0, place + 1) });
    tablet.start();
    await tablet.rest();
    expect(tablet.requests).toHaveLength(1);
    expect(tablet.pieces.map(({ place }) => place)).toEqual([0, 1, 2]);
    expect(tablet.news).toContainEqual({ what: 'device-left', filesLost: 0 });
  });

  it('leaves out the pieces that the server has from before', async () => {
    const tablet = await createTablet(1, {}, samplePhoto(2 * PIECE_BYTES + 9));
    tablet.wish.isRevoked = ok(true);
    tablet.wish.piece = ({ place }) => ok({ bytes: 9, isWhole: place === 2, places: [0, 1] });
    tablet.start();
    await tablet.rest();
    expect(tablet.pieces.map(({ place }) => place)).toEqual([0, 2]);
  });

  it('keeps everything while a file cannot be handed over, and is cleared when it can', async () => {
    const tablet = await createTablet(1, {}, samplePhoto(5_000));
    tablet.wish.isRevoked = ok(true);
    tablet.wish.piece = () => err({ type: 'Unreachable' });
    tablet.start();
    await tablet.rest();
    expect(tablet.news).not.toContainEqual(expect.objectContaining({ what: 'device-left' }));
    expect(await dumpTable(tablet.disk, 'pieces')).toHaveLength(1);
    tablet.wish.piece = () => ok({ bytes: 5_000, isWhole: true, places: [] });
    tablet.timers.wakeNext();
    await tablet.rest();
    expect(tablet.news).toContainEqual({ what: 'device-left', filesLost: 0 });
  });

  it('is cleared of a file that the server will never have, and says so', async () => {
    const tablet = await createTablet(1, {}, samplePhoto(5_000));
    tablet.wish.isRevoked = ok(true);
    tablet.wish.piece = () => err(refusal('NotFound'));
    tablet.start();
    await tablet.rest();
    expect(tablet.news).toContainEqual({ what: 'device-left', filesLost: 1 });
  });

  it('waits with that while something could not be handed over', async () => {
    const tablet = await createTablet(2);
    tablet.wish.answer = () => err({ type: 'Unreachable' });
    tablet.wish.isRevoked = ok(true);
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.unsent()).toEqual([2]);
    expect(await tablet.device.wipe()).toEqual({ ok: false, error: { type: 'VaultHasUnsent' } });
    expect((await tablet.unlock()).vault.waitingCount.value).toBe(2);
    mailer.stop();
  });
});

describe('a closed account', () => {
  it('has its rows handed over and its vault taken off, and no other', async () => {
    const tablet = await createTablet(2);
    const other = await createWorkplace({ actor: createActor('Omar Diallo'), disk: tablet.disk });
    must(await other.store.noteRegistered('key', undefined));
    must(await other.vault.saveChange(person('Di Omar')));
    await other.lock();
    tablet.wish.answer = (request) => became(request.vaultId === tablet.vaultId ? 'held' : 'taken')(request);
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.news).toContainEqual({ what: 'vault-left', vaultId: tablet.vaultId });
    const left = [...(await dumpDatabase(tablet.disk))].flatMap(([, rows]) => rows);
    expect(JSON.stringify(left)).not.toContain(tablet.vaultId);
    expect(tablet.device.vaults.peek()).toMatchObject([{ displayName: 'Omar Diallo', waiting: 1, unsent: 0 }]);
    mailer.stop();
  });

  it('that was opened again keeps its vault', async () => {
    const tablet = await createTablet(1);
    must(await (await tablet.device.lockedMail()).noteClosed(tablet.vaultId, true));
    const mailer = tablet.start();
    await tablet.rest();
    expect(tablet.device.vaults.peek()).toMatchObject([{ leaving: undefined, unsent: 0 }]);
    mailer.stop();
  });
});
