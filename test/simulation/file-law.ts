import { hash } from 'node:crypto';
import { fetchFile } from '../../src/sync/fetch-file.ts';
import type { AttachedFile } from './attach-file.ts';
import type { World } from './create-world.ts';
import type { Broken, SavedChange } from './saved-change.ts';
import { joinPieces } from './store/uploads.ts';
import { fileServerOf } from './tab-files.ts';

/** Time for a few small pieces on a good road. */
const OPEN_MS = 2_000;

/** A colleague opens each photo, and somebody in the other city tries to. */
export async function openAttached(world: World): Promise<void> {
  const { scheduler } = world;
  const tabs = world.devices.flatMap((place) => [...place.tabs]).filter((tab) => tab.vault() !== undefined);
  const elsewhere = tabs.find(({ place }) => place.isElsewhere);
  for (const one of world.attached) {
    const bytes = one.file.length;
    const colleague = tabs.find(({ person, place }) => person !== one.by && !place.isElsewhere);
    for (const [tab, at] of [
      [colleague, 'colleague'],
      [elsewhere, 'elsewhere'],
    ] as const) {
      if (tab === undefined) continue;
      scheduler.soon(() => {
        void fetchFile(fileServerOf(world, tab), { sha256: one.sha256, bytes }, () => undefined).then((got) => {
          one.opened.set(at, got.ok ? got.value : undefined);
        });
      }, tab.process);
    }
  }
  await scheduler.runFor(OPEN_MS);
}

/**
 * Once healed: no file held its record up; a photo whose record stands is at the server byte for byte, and a colleague opens it; what is no
 * photo is not there; and the other city opens those that hang on what it is shown, and no others.
 */
export function checkFiles(
  world: World,
  { saved, shelf }: { readonly saved: ReadonlyMap<string, SavedChange>; readonly shelf: ReadonlyMap<string, unknown> },
  broken: Broken,
): void {
  const { records, files } = world.server.database.tables;
  // With the practice that it hangs on.
  const isOnShelf = ({ recordId }: AttachedFile) =>
    shelf.has(recordId) && shelf.has(String(records.get(recordId)?.fields.record));
  const opensElsewhere = new Set(world.attached.filter(isOnShelf).map(({ sha256 }) => sha256));
  for (const one of world.attached) {
    const { changeId, recordId, file, isPhoto, sha256 } = one;
    const known = saved.get(changeId);
    if (known === undefined || known.fate !== 'standing' || known.isCopied) continue;
    const what = `the file of ${recordId.slice(-6)}, attached at ${known.place.name},`;
    const record = records.get(recordId);
    const parent = records.get(String(record?.fields.record));
    if (record === undefined || record.removed || parent === undefined || parent.removed) continue;
    if (sha256 !== hash('sha256', file, 'hex') || record.fields.sha256 !== sha256)
      broken('files', `${what} is called by another hash`);
    const there = files.get(sha256);
    if (!isPhoto && there !== undefined) broken('files', `${what} is no photo, and the server has it as one`);
    if (!isPhoto) world.tally.count('what is no photo left its record alone');
    if (!isPhoto) continue;
    if (there === undefined || !isSame(joinPieces(there), file)) broken('files', `${what} never came whole`);
    else world.tally.count('a photo arrived');
    checkOpened(one, what);
  }

  function checkOpened(one: AttachedFile, what: string): void {
    const { opened, file, sha256 } = one;
    const seen = opened.get('colleague');
    if (opened.has('colleague') && (seen === undefined || !isSame(seen, file)))
      broken('files', `${what} is not opened by a colleague`);
    if (!opened.has('elsewhere')) return;
    const abroad = opened.get('elsewhere');
    if (abroad !== undefined && !opensElsewhere.has(sha256)) broken('shelf', `${what} is opened in another city`);
    if (isOnShelf(one) && (abroad === undefined || !isSame(abroad, file)))
      broken('shelf', `${what} is on the shelf, and another city cannot open it`);
    if (abroad !== undefined) world.tally.count('a photo was opened in another city');
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
