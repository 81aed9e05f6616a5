import type { ComponentChildren } from 'preact';
import { CardRow } from './CardRow.tsx';
import type { IconNode } from './icons.ts';
import { RowList } from './RowList.tsx';

type ChosenRowProps = {
  /** What was asked: "Chi entra". */
  readonly label: string;
  readonly icon: IconNode;
  readonly title: ComponentChildren;
  readonly subtitle?: ComponentChildren;
  /** The way to choose another. */
  readonly change: ComponentChildren;
};

/** The answer to a search, as a field of a form: who or what was chosen, and the way to another. */
export function ChosenRow({ label, icon, title, subtitle, change }: ChosenRowProps) {
  return (
    <>
      <div class="field-head">{label}</div>
      <div class="chosen">
        <RowList label={label}>
          <CardRow icon={icon} title={title} subtitle={subtitle} mark={change} />
        </RowList>
      </div>
    </>
  );
}
