import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { checkIcon, type IconNode } from './icons.ts';
import { stateIconsByTone, type Tone } from './tone.ts';

type StateMarkProps = {
  tone: Tone;
  label: string;
  icon?: IconNode | undefined;
  /** What is well stays quiet (grey, no fill); say `loud` where the good news is the point. */
  loud?: boolean | undefined;
};

/** How one row stands, at its end: "salvato qui", "sul server". */
export function StateMark({ tone, label, icon, loud }: StateMarkProps) {
  const shown = icon ?? (tone === 'ok' ? checkIcon : stateIconsByTone[tone]);
  const isQuiet = !loud && (tone === 'ok' || tone === 'off');
  return (
    <span class={classNames('mark', isQuiet ? 'mark-quiet' : `tone-${tone}`)}>
      <Icon icon={shown} />
      <span>{label}</span>
    </span>
  );
}
