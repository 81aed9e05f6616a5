import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { World } from './create-world.ts';
import { findDay } from './days.ts';
import type { Random } from './random.ts';
import type { Tab } from './tab.ts';

/** What somebody attached: the bytes as they held them, and what a colleague was given when they opened it, once all had healed. */
export type AttachedFile = {
  readonly changeId: string;
  readonly recordId: string;
  readonly sha256: string;
  readonly file: Uint8Array;
  /** False of what is called a photo and is none: the server does not take it, and its record goes its way all the same. */
  readonly isPhoto: boolean;
  readonly by: Tab['person'];
  /** By whom it was opened at the end; undefined where they were not given it. */
  readonly opened: Map<'colleague' | 'elsewhere', Uint8Array | undefined>;
};

/** Of one piece and of several (see load-hooks.ts), and few, so that two people attach the same. */
const LENGTHS = [50, 130, 200];
const JPEG = [0xff, 0xd8, 0xff];
const NO_PHOTO_CHANCE = 0.08;

/** On other days nobody opens what is attached, and the tabs do as they always did. */
export const isDayOfFiles = ({ seed }: World): boolean => findDay(seed)?.isOfFiles === true;

/** Undefined where nothing is there to hang it on, or the files of this vault are not open. */
export function toAttach(
  world: World,
  tab: Tab,
  { living, random }: { readonly living: readonly RecordEnvelope[]; readonly random: Random },
): (() => Promise<void>) | undefined {
  const { files } = tab;
  const kinds = living.some(({ kind }) => kind === 'practice') ? ['practice'] : ['beneficiary', 'service'];
  const record = random.pick(living.filter(({ kind }) => kinds.includes(kind)).slice(0, 4));
  const length = random.pick(LENGTHS) ?? 50;
  const kin = random.below(20);
  const isPhoto = !random.chance(NO_PHOTO_CHANCE);
  if (files === undefined || record === undefined) return undefined;
  const file = Uint8Array.from({ length }, (_, at) => (isPhoto ? (JPEG[at] ?? (at * (kin + 3)) % 251) : at % 7));
  return async () => {
    const saved = await files.attach({ file, fileType: 'image/jpeg', record: record.id, name: 'Foto' });
    if (!saved.ok) {
      if (!tab.process.isDead) world.tally.count(`not attached: ${saved.error.type}`);
      return;
    }
    if (tab.process.isDead || saved.value.type !== 'create') return;
    const { id: changeId, recordId, fields } = saved.value;
    world.attached.push({
      changeId,
      recordId,
      sha256: String(fields.sha256),
      file,
      isPhoto,
      by: tab.person,
      opened: new Map(),
    });
    world.oracle.told(tab, saved.value);
  };
}
