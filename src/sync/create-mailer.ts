import type { RemoveRefusal, RemoveWhen, Wiped } from '../device/leave-device.ts';
import type { LockedMail, SurveyedVault } from '../device/locked-mail.ts';
import { ok, type Result } from '../domain/result.ts';
import { MAILBOX_ROWS_MAX } from '../protocol/mailbox.ts';
import { waitAfterFailureMs, waitAfterSuccessMs } from './backoff.ts';
import type { SyncFailure } from './failure.ts';
import type { MailServerPort } from './mail-server-port.ts';
import { mailVault, storageFailure } from './mail-vault.ts';

/**
 * Locked is not stuck: carries what waits in the vaults that nobody has open to the server's mailbox, at its own pace, and clears what may
 * not stay here. A round is
 *
 *   another epoch? what each locked vault kept for that waits again → each locked vault: mail its rows → all handed over?
 *     → was this device revoked? yes: the files are handed over too, and everything leaves
 *                                no: the same for the vaults of closed accounts
 *
 * It promises that nothing leaves this device that the server does not have: who removes looks once more in the transaction that removes. An open
 * vault is left alone (`hold` gives none), and no vault is kept from its person: `yieldVault` gives it back at once.
 */
export type MailerPorts = {
  readonly mail: LockedMail;
  readonly server: MailServerPort;
  readonly removeVault: (vaultId: string, when: RemoveWhen) => Promise<Result<void, RemoveRefusal>>;
  readonly wipe: () => Promise<Result<Wiped, RemoveRefusal>>;
  /** Runs `work` while nobody can sync this vault; false when somebody has it open. */
  readonly hold: (vaultId: string, work: () => Promise<void>) => Promise<boolean>;
  /** Resolves when this tab is the one that mails (Web Locks). */
  readonly lead: (work: (released: AbortSignal) => Promise<void>) => Promise<void>;
  readonly random: () => number;
  readonly after: (ms: number, work: () => void) => () => void;
  readonly tell: (news: MailNews) => void;
  readonly reportFault: (error: unknown) => void;
};

export type MailNews =
  /** A round ended: whether the server could be reached, as far as it was asked. */
  | { readonly what: 'round'; readonly hasContact: boolean | undefined }
  | { readonly what: 'vault-left'; readonly vaultId: string }
  | ({ readonly what: 'device-left' } & Wiped)
  /** After `device-left`: the server was told, or could not be, and its answer had the browser clear what it keeps of this site. */
  | ({ readonly what: 'device-cleared' } & Wiped);

export type Mailer = {
  /** Something happened that makes now a good time: the start, the network, the screen, a vault that was locked. */
  readonly nudge: () => void;
  /** The vault's person is here: what is under way for it counts as unanswered, and its rows are theirs again. */
  readonly yieldVault: (vaultId: string) => void;
  readonly stop: () => void;
};

/** The device is empty by then; what is left is the app itself, and a line in the coordinator's list of devices. */
const SAY_WIPED_TRIES_MAX = 3;

type Round = { hasContact: boolean | undefined; failure: SyncFailure | undefined; isOpen: boolean };

export function createMailer(ports: MailerPorts): Mailer {
  const pace = { rowsMax: MAILBOX_ROWS_MAX };
  let isLeading = false;
  let isStopped = false;
  let isRunning = false;
  let isNudged = false;
  let failures = 0;
  let cancelWait = () => {};
  let endMailing = (_vaultId?: string) => {};
  const stopped = new AbortController();

  void ports.lead(async (released) => {
    if (isStopped) return;
    isLeading = true;
    released.addEventListener('abort', stop, { once: true });
    nudge();
    await new Promise<void>((resolve) => stopped.signal.addEventListener('abort', () => resolve(), { once: true }));
    isLeading = false;
  });

  return { nudge, stop, yieldVault: (vaultId) => endMailing(vaultId) };

  function stop(): void {
    isStopped = true;
    cancelWait();
    endMailing();
    stopped.abort();
  }

  /** How often it failed before says nothing of now: a round that fails after all is tried again soon. */
  function nudge(): void {
    failures = 0;
    wake();
  }

  function wake(): void {
    if (!isLeading || isStopped) return;
    isNudged = true;
    if (!isRunning) void goRound();
  }

  async function goRound(): Promise<void> {
    isRunning = true;
    cancelWait();
    let retryAfterMs = 0;
    while (isNudged && !isStopped) {
      isNudged = false;
      const round: Round = { hasContact: undefined, failure: undefined, isOpen: false };
      await runRound(round).catch((error: unknown) => {
        ports.reportFault(error);
        round.failure = { type: 'Fault' };
      });
      // Nobody is left to tell, and perhaps no device either.
      if (isStopped) return;
      const { failure } = round;
      failures = failure === undefined ? 0 : failures + 1;
      retryAfterMs = failure?.type === 'Refused' ? (failure.retryAfterMs ?? 0) : 0;
      ports.tell({ what: 'round', hasContact: round.hasContact });
      // Not at once, also for whoever nudged meanwhile: what failed fails again within the same moment.
      if (failure !== undefined) isNudged = false;
    }
    isRunning = false;
    const ms =
      failures === 0 ? waitAfterSuccessMs(ports.random()) : waitAfterFailureMs(failures, ports.random(), retryAfterMs);
    cancelWait = ports.after(ms, wake);
  }

  async function runRound(round: Round): Promise<void> {
    const surveyed = await ports.mail.survey();
    if (!surveyed.ok || isStopped) return;
    const { vaults } = surveyed.value;
    const epoch = vaults.some(({ isBackupFor }) => isBackupFor) ? await ports.server.epoch() : ok(undefined);
    // Nothing leaves this device before it is known that the server has it.
    if (!epoch.ok) return note(round, epoch.error);
    if (epoch.value !== undefined) round.hasContact = true;
    for (const vault of vaults) {
      const isHeld = await ports.hold(vault.vaultId, () => mailOne(vault, epoch.value, round));
      if (!isHeld) round.isOpen = true;
    }
    await clearWhatMayNotStay(round);
  }

  async function mailOne(vault: SurveyedVault, epoch: string | undefined, round: Round): Promise<void> {
    const { vaultId, isRegistered, isClosed } = vault;
    if (!isRegistered || isStopped) return;
    const entered = epoch === undefined ? ok(vault.unsent) : await ports.mail.enterEpoch(vaultId, epoch);
    if (!entered.ok) return note(round, storageFailure(entered.error));
    if (entered.value === 0 || isStopped) return;
    const mailed = await untilYielded(vaultId, (isEnded) => mailVault({ ...ports, pace, isStopped: isEnded }, vaultId));
    if (mailed === undefined) return;
    if (!mailed.ok) return note(round, mailed.error);
    round.hasContact = true;
    // Held because of the device or of the account: the next question tells which.
    if (mailed.value.isHeld !== isClosed) await ports.mail.noteClosed(vaultId, mailed.value.isHeld);
  }

  /** Undefined when the person of the vault came meanwhile: what was under way for it counts as unanswered. */
  async function untilYielded<T>(
    vaultId: string,
    work: (isEnded: () => boolean) => Promise<Result<T, SyncFailure>>,
  ): Promise<Result<T, SyncFailure> | undefined> {
    let hasYielded = false;
    const yielded = new Promise<undefined>((resolve) => {
      endMailing = (wished = vaultId) => {
        if (wished !== vaultId) return;
        hasYielded = true;
        resolve(undefined);
      };
    });
    const done = await Promise.race([work(() => isStopped || hasYielded), yielded]);
    endMailing = () => {};
    return hasYielded ? undefined : done;
  }

  /** Whether no file of the vault is left that the server would take: only then it may leave. */
  async function handOverFiles({ vaultId, isRegistered, filesUnsent }: SurveyedVault, round: Round): Promise<boolean> {
    if (filesUnsent === 0 || !isRegistered) return true;
    let isHandedOver = false;
    await ports.hold(vaultId, async () => {
      const { mailFiles } = await import('./mail-files.ts');
      const mailed = await untilYielded(vaultId, (isEnded) => mailFiles({ ...ports, isStopped: isEnded }, vaultId));
      if (mailed?.ok === false) note(round, mailed.error);
      isHandedOver = mailed?.ok === true && !isStopped;
    });
    return isHandedOver;
  }

  async function clearWhatMayNotStay(round: Round): Promise<void> {
    const surveyed = await ports.mail.survey();
    if (!surveyed.ok || isStopped) return;
    const { vaults, isRevoked } = surveyed.value;
    // Whoever has a vault open hears by it whether the device may still come in.
    if (!round.isOpen) {
      if (vaults.some(({ unsent }) => unsent > 0)) return;
      const answer = await ports.server.isRevoked();
      if (!answer.ok) return note(round, answer.error);
      round.hasContact = true;
      if (answer.value) {
        for (const vault of vaults) if (!(await handOverFiles(vault, round))) return;
        return wipe(round);
      }
      if (isRevoked) await ports.mail.noteRevoked(false);
    }
    for (const vault of vaults) {
      if (vault.isClosed && vault.unsent === 0 && (await handOverFiles(vault, round))) await leave(vault.vaultId);
    }
  }

  /**
   * Only then the server is told: its answer has the browser clear whatever is left, without looking at what that is. However long the browser
   * takes for that, the person is told before.
   */
  async function wipe(round: Round): Promise<void> {
    const wiped = await ports.wipe();
    // What was saved meanwhile is mailed in the next round, which a failure brings soon.
    if (!wiped.ok) return note(round, storageFailure(wiped.error));
    ports.tell({ what: 'device-left', ...wiped.value });
    for (let tries = SAY_WIPED_TRIES_MAX; tries > 0 && !(await ports.server.sayWiped()).ok; ) tries -= 1;
    ports.tell({ what: 'device-cleared', ...wiped.value });
    stop();
  }

  async function leave(vaultId: string): Promise<void> {
    await ports.hold(vaultId, async () => {
      const removed = await ports.removeVault(vaultId, 'handed-over');
      if (removed.ok) ports.tell({ what: 'vault-left', vaultId });
    });
  }

  /** An answer of ours is a contact, also a no. */
  function note(round: Round, failure: SyncFailure): void {
    if (failure.type === 'Refused') round.hasContact = true;
    if (failure.type === 'Unreachable' || failure.type === 'NotOurServer') round.hasContact ??= false;
    round.failure ??= failure;
  }
}
