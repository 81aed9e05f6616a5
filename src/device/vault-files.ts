import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Change } from '../domain/change.ts';
import { fileKindOn } from '../domain/file-kinds.ts';
import { countPieces } from '../domain/file-pieces.ts';
import type { FileType } from '../domain/file-type.ts';
import type { Attachment } from '../domain/kinds/attachment.ts';
import { Id } from '../domain/primitives.ts';
import type { Refusal } from '../domain/refusal.ts';
import { err, type Result } from '../domain/result.ts';
import type { FileRow } from './database.ts';
import { isOutOfContact, keptSince } from './expiry.ts';
import { isSharedNow, ownAttachments } from './file-naming.ts';
import { type FileContent, openFileRow, openPiece, openWhole, sealFile } from './file-rows.ts';
import type { StorageTrouble } from './open-vault.ts';
import { saveChangeBeside } from './save-change.ts';
import { attempt } from './storage-trouble.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * The files of an open vault. A new one is written in the same strict transaction as the change that names it, so that "saved" is true of
 * both; then each goes its own way, and nothing that happens to a file touches its record. In memory is only what there is, never bytes.
 *
 *   waiting   on this device only; goes up once the server has a record that names it
 *   failed    the server does not take it: a person decides
 *   kept      the server has it too, or nothing names it any more: leaves after KEPT_DAYS, or earlier for want of space
 *
 * A file whose record was removed is not sent, and comes back to the line when the record does; one that the server had in another
 * life of its data is offered again.
 */
export type FileLine = FileContent & Pick<FileRow, 'state' | 'failure' | 'savedAt'>;
export type FileFailure = NonNullable<FileRow['failure']>;

export type NewFile = Pick<Attachment, 'record' | 'name' | 'width' | 'height' | 'note'> & {
  readonly file: Uint8Array;
  readonly fileType: FileType;
};

export type VaultFiles = {
  /** What lies here, by its hash; undefined before the disk was read. */
  readonly lines: ReadonlySignal<ReadonlyMap<string, FileLine>>;
  /** Saves the file with the attachment that names it. The same file twice on one record is refused, and is no trouble. */
  readonly attach: (
    file: NewFile,
  ) => Promise<Result<Change, Refusal | StorageTrouble | { readonly type: 'AlreadyAttached' }>>;
  /** The bytes, if they are here and whole; what is damaged leaves, to be fetched again, unless it is nowhere else. */
  readonly read: (sha256: string) => Promise<Result<Uint8Array<ArrayBuffer> | undefined, StorageTrouble>>;
  /** Keeps a file that came from the server; false when it is not what it is called by. */
  readonly keep: (sha256: string, fileType: FileType, file: Uint8Array) => Promise<Result<boolean, StorageTrouble>>;
  /** Puts a failed one back in the line. */
  readonly retry: (sha256: string) => Promise<Result<void, StorageTrouble>>;
  /** Those that may go up now: the server has a record that names them. */
  readonly due: () => readonly FileLine[];
  readonly readPiece: (sha256: string, place: number) => Promise<Result<Uint8Array | undefined, StorageTrouble>>;
  readonly noteSent: (sha256: string) => Promise<Result<void, StorageTrouble>>;
  readonly noteFailed: (sha256: string, failure: FileFailure) => Promise<Result<void, StorageTrouble>>;
};

/** What is here only to be opened sooner. More would crowd out the work itself on a small tablet. */
const KEPT_BYTES_MAX = 300 * 1024 * 1024;
/** Changes come in bursts, and files have time. */
const LOOK_AGAIN_MS = 300;

type Held = { readonly row: FileRow; readonly content: FileContent };

export async function openVaultFiles(session: VaultSession): Promise<Result<VaultFiles, StorageTrouble>> {
  const { actor, db, key, vaultId, memory, ports, status, stream, isLocked } = session;
  let held = new Map<string, Held>();
  const lines = signal<ReadonlyMap<string, FileLine>>(new Map());
  const loaded = await load();
  if (!loaded.ok) return loaded;
  await settle();
  await evict();
  follow();
  const files: VaultFiles = {
    lines,
    attach,
    read,
    keep,
    due,
    retry: (sha256) => patch(sha256, { state: 'waiting', failure: undefined }),
    readPiece: (sha256, place) =>
      attempt(async () => {
        const fileId = held.get(sha256)?.row.fileId;
        return fileId === undefined ? undefined : openPiece(key, await db.pieces.get([vaultId, fileId, place]));
      }),
    noteSent: (sha256) => patch(sha256, { state: 'kept', failure: undefined, sentEpoch: stream.row.epoch ?? '' }),
    noteFailed: (sha256, failure) => patch(sha256, { state: 'failed', failure }),
  };
  return { ok: true, value: files };

  /** What the disk says, also when another tab wrote it. */
  function load(): Promise<Result<void, StorageTrouble>> {
    return session.write(async () => {
      const next = new Map<string, Held>();
      for (const row of await db.files.where('vaultId').equals(vaultId).toArray()) {
        const content = await openFileRow(key, row);
        if (content !== undefined) next.set(content.sha256, { row, content });
      }
      held = next;
      show();
    });
  }

  function show(): void {
    lines.value = new Map([...held].map(([sha256, { row, content }]) => [sha256, toLine(row, content)]));
    const filesWaiting = [...held.values()].filter(({ row }) => row.state !== 'kept').length;
    if (filesWaiting !== (status.peek().filesWaiting ?? 0)) status.value = { ...status.peek(), filesWaiting };
  }

  function follow(): void {
    let cancel: (() => void) | undefined;
    const stopLooking = effect(() => {
      memory.caseload.version.value;
      cancel ??= ports.after(LOOK_AGAIN_MS, () => {
        cancel = undefined;
        void settle();
      });
    });
    const stopListening = ports.tabs?.listen((message) => {
      const isOurs = message.type === 'wrote' && message.vaultId === vaultId && message.tables.includes('files');
      if (isOurs) void load();
    });
    const stopWatching = isLocked.subscribe((isNow) => {
      if (!isNow) return;
      cancel?.();
      stopLooking();
      stopListening?.();
      held = new Map();
      lines.value = new Map();
      queueMicrotask(() => stopWatching());
    });
  }

  function attachments() {
    return ownAttachments(memory.caseload, actor);
  }

  function due(): readonly FileLine[] {
    const named = new Set(attachments().flatMap(({ fields, isOnServer }) => (isOnServer ? fields.sha256 : [])));
    return [...lines.peek().values()].filter(({ state, sha256 }) => state === 'waiting' && named.has(sha256));
  }

  /** Brings each row to where its records say that it belongs. */
  async function settle(): Promise<void> {
    const named = new Set(attachments().map(({ fields }) => fields.sha256));
    const gone = [...held.values()].filter(
      ({ row, content: { sha256 } }) =>
        row.isShared && !named.has(sha256) && !isSharedNow(memory.caseload, actor, sha256),
    );
    if (gone.length > 0 && stream.row.cursor !== undefined) await drop(gone);
    for (const { row, content } of [...held.values()]) {
      const isNamed = named.has(content.sha256);
      const isElsewhere = row.sentEpoch !== undefined && row.sentEpoch === (stream.row.epoch ?? row.sentEpoch);
      // Before everything was fetched, or after an expiry, the record may merely be away.
      if (row.state !== 'kept' && !isNamed && stream.row.cursor !== undefined)
        await patch(content.sha256, { state: 'kept' });
      if (row.state === 'kept' && isNamed && !isElsewhere) await patch(content.sha256, { state: 'waiting' });
    }
  }

  async function attach({ file, fileType, ...fields }: NewFile): ReturnType<VaultFiles['attach']> {
    const sealed = await sealFile({ key, vaultId, fileId: ports.newId() }, file, fileType);
    const { sha256, bytes } = sealed.content;
    const isThere = attachments().some((one) => one.fields.sha256 === sha256 && one.fields.record === fields.record);
    if (isThere) return err({ type: 'AlreadyAttached' });
    const known = held.get(sha256)?.row;
    // Offered again even where the server has it: it says at once that it does, and this person's attachment gives the file from then on.
    const row: FileRow = {
      ...(known ?? { ...sealed.file, savedAt: ports.now() }),
      state: 'waiting',
      isShared: undefined,
    };
    const saved = await saveChangeBeside(
      session,
      {
        type: 'create',
        recordId: Id.parse(ports.newId()),
        kind: fileKindOn(memory.caseload.find(fields.record)?.record.kind ?? ''),
        fields: { ...withoutUndefined(fields), fileType, bytes, sha256 },
      },
      {
        tables: [db.files, db.pieces],
        write: async () => {
          await db.files.put(row);
          if (known === undefined) await db.pieces.bulkPut([...sealed.pieces]);
        },
      },
    );
    if (!saved.ok) return saved;
    held.set(sha256, { row, content: sealed.content });
    show();
    session.announce('files');
    return saved;
  }

  async function read(sha256: string): ReturnType<VaultFiles['read']> {
    const here = held.get(sha256);
    if (here === undefined) return { ok: true, value: undefined };
    const rows = await attempt(() => db.pieces.bulkGet(pieceKeys(here)));
    if (!rows.ok) return rows;
    const whole = await openWhole(key, here.content, rows.value);
    if (whole === undefined) {
      if (here.row.state === 'kept') await drop([here]);
      else await patch(sha256, { state: 'failed', failure: 'damaged' });
    }
    return { ok: true, value: whole };
  }

  async function keep(sha256: string, fileType: FileType, file: Uint8Array): ReturnType<VaultFiles['keep']> {
    const sealed = await sealFile({ key, vaultId, fileId: ports.newId() }, file, fileType);
    if (sealed.content.sha256 !== sha256) return { ok: true, value: false };
    const row: FileRow = {
      ...sealed.file,
      state: 'kept',
      savedAt: ports.now(),
      sentEpoch: stream.row.epoch ?? '',
      isShared: attachments().some(({ fields }) => fields.sha256 === sha256) ? undefined : true,
    };
    const before = held.get(sha256);
    const written = await session.write(async () => {
      await db.transaction('rw', db.files, db.pieces, async () => {
        if (before !== undefined) await removeRows([before]);
        await db.files.put(row);
        await db.pieces.bulkPut([...sealed.pieces]);
      });
      held.set(sha256, { row, content: sealed.content });
      show();
      session.announce('files');
      return true;
    });
    if (written.ok) await evict();
    return written;
  }

  function patch(sha256: string, change: Partial<FileRow>): Promise<Result<void, StorageTrouble>> {
    return session.write(async () => {
      const here = held.get(sha256);
      if (here === undefined) return;
      const row = { ...here.row, ...change };
      await db.files.put(row);
      held.set(sha256, { ...here, row });
      show();
      session.announce('files');
    });
  }

  /** What has been kept for long enough, or is too much, the oldest first; on a device without contact all that the server has. */
  async function evict(): Promise<void> {
    const kept = [...held.values()]
      .filter(({ row }) => row.state === 'kept')
      .sort((one, other) => (one.row.savedAt < other.row.savedAt ? 1 : -1));
    const isAway = isOutOfContact(stream.row.lastContactAt, ports.now());
    const since = keptSince(ports.now());
    let total = 0;
    const gone = kept.filter(({ row, content }) => {
      if (row.savedAt < since) return true;
      // Never sent: for the month in which its record may be brought back it is the only copy.
      if (row.sentEpoch === undefined) return false;
      total += content.bytes;
      return isAway || total > KEPT_BYTES_MAX;
    });
    if (gone.length > 0) await drop(gone);
  }

  function drop(gone: readonly Held[]): Promise<Result<void, StorageTrouble>> {
    return session.write(async () => {
      await db.transaction('rw', db.files, db.pieces, () => removeRows(gone));
      for (const { content } of gone) held.delete(content.sha256);
      show();
      session.announce('files');
    });
  }

  async function removeRows(gone: readonly Held[]): Promise<void> {
    await db.files.bulkDelete(gone.map(({ row }): [string, string] => [vaultId, row.fileId]));
    await db.pieces.bulkDelete(gone.flatMap(pieceKeys));
  }
}

const pieceKeys = ({ row, content }: Held): [string, string, number][] =>
  Array.from({ length: countPieces(content.bytes) }, (_, place) => [row.vaultId, row.fileId, place]);

const toLine = ({ state, failure, savedAt }: FileRow, content: FileContent): FileLine => ({
  ...content,
  state,
  failure,
  savedAt,
});

const withoutUndefined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
