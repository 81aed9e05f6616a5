import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { arrowRightIcon } from './icons.ts';

type DiffRow = {
  label: string;
  /** The old value in words; leave out what did not change. */
  before?: string | undefined;
  after: string;
  /** Small words behind: a code, a unit. */
  note?: ComponentChildren;
};

type DiffProps = {
  caption: string;
  rows: readonly DiffRow[];
  /** Words for screen readers before the old and the new value: "prima", "ora". */
  words: { before: string; after: string };
};

/** Field by field what changed: old struck through, new marked; rows without `before` are context. */
export function Diff({ caption, rows, words }: DiffProps) {
  return (
    <table class="diff">
      <caption class="sr-only">{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>
              {row.before === undefined ? (
                <bdi>{row.after}</bdi>
              ) : (
                <ChangedValue before={row.before} after={row.after} words={words} />
              )}
              {row.note && <span class="small"> {row.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangedValue({ before, after, words }: { before: string; after: string; words: DiffProps['words'] }) {
  return (
    <>
      <span class="sr-only">{words.before} </span>
      <del dir="auto">{before}</del> <Icon icon={arrowRightIcon} mirrored />
      <span class="sr-only">, {words.after} </span> <ins dir="auto">{after}</ins>
    </>
  );
}
