import type { Change } from '../../src/domain/change.ts';
import type { Person, SimulatedDevice } from './create-world.ts';

/** What somebody saved and was told, as the oracle keeps it. */
export type SavedChange = {
  readonly change: Change;
  readonly person: Person;
  readonly place: SimulatedDevice;
  /** The oracle's count when "saved" was said. */
  readonly toldAt: number;
  /** standing: the promise holds · undone, replaced, discarded: by the person, who was told · destroyed: with the disk it lay on. */
  readonly savedAtMs: number;
  fate: 'standing' | 'undone' | 'replaced' | 'discarded' | 'destroyed';
  /** A copy of the profile went on with it, so that what happens here says nothing of it. */
  isCopied: boolean;
  /** The vault it was saved in is no more: what a later vault is told does not speak of it. */
  isVaultGone: boolean;
};

export type Violation = { readonly law: string; readonly what: string };

export type Broken = (law: string, what: string) => void;

/** What a change is, in a few words of a story. */
export function describe(change: Change): string {
  const what = {
    create: () => `a new ${change.kind}`,
    edit: () => `an edit of ${'fields' in change ? JSON.stringify(change.fields) : ''}`,
    comment: () => `a comment ${'text' in change ? change.text : ''}`,
  } as Record<string, () => string>;
  return `${what[change.type]?.() ?? change.type} (${change.id.slice(-6)} on ${change.recordId.slice(-6)})`;
}
