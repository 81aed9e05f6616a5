import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';
import { stateIconsByTone, type Tone } from './tone.ts';

type StatePillProps = {
  tone: Tone;
  /** The whole state in words: "Senza rete · 7 salvati qui". */
  label: string;
  /** What fits on a phone ("7"); the whole label stays for screen readers. */
  shortLabel?: string | undefined;
  /** Where the state is told at length; before unlocking there is no such place. */
  href?: string | undefined;
  icon?: IconNode | undefined;
  /** What a screen reader says when it changes. The caller decides how often it changes: never at each keystroke. */
  announcement?: string | undefined;
};

/** The product's promise, on every screen, tappable: how the data stands, in icon, words and colour. */
export function StatePill({ tone, label, shortLabel, href, icon, announcement }: StatePillProps) {
  const look = classNames('pill', `tone-${tone}`, shortLabel !== undefined && 'pill-shortens');
  const content = (
    <>
      <Icon icon={icon ?? stateIconsByTone[tone]} />
      <span class="pill-label">{label}</span>
      {shortLabel !== undefined && (
        <span class="pill-short num" aria-hidden="true">
          {shortLabel}
        </span>
      )}
    </>
  );
  return (
    <>
      {href === undefined ? (
        <span class={look}>{content}</span>
      ) : (
        <a class={look} href={href}>
          {content}
        </a>
      )}
      <span class="sr-only" role="status">
        {announcement}
      </span>
    </>
  );
}
