import { Icon } from './Icon.tsx';
import { alertIcon, checkIcon } from './icons.ts';

type ReasonsProps = {
  reasons: readonly { key: string; isGood: boolean; text: string }[];
  /** What the two signs mean, for who does not see them: "Va bene", "Da valutare". */
  goodLabel: string;
  badLabel: string;
};

/** What speaks for a proposal and what against it. */
export function Reasons({ reasons, goodLabel, badLabel }: ReasonsProps) {
  return (
    <ul class="reasons">
      {reasons.map(({ key, isGood, text }) => (
        <li key={key} class={isGood ? 'reason' : 'reason reason-bad'}>
          <Icon icon={isGood ? checkIcon : alertIcon} />
          <span>
            <span class="sr-only">{isGood ? goodLabel : badLabel}: </span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
