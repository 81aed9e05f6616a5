import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';
import { noteIconsByTone, type Tone } from './tone.ts';

type NoteProps = {
  tone: Tone;
  title?: ComponentChildren;
  children?: ComponentChildren;
  /** The way on: a `Button` or `LinkButton`. */
  action?: ComponentChildren;
  icon?: IconNode | undefined;
  /** `alert` interrupts a screen reader: only for what went wrong just now. `status` waits for a pause. */
  role?: 'alert' | 'status' | undefined;
};

/** A message in the page, or the banner under the header: icon, words, and the way on. */
export function Note({ tone, title, children, action, icon, role }: NoteProps) {
  return (
    <div class={classNames('note', `tone-${tone}`)} role={role}>
      <Icon icon={icon ?? noteIconsByTone[tone]} />
      <div class="note-text">
        {title && <p class="note-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div class="note-action">{action}</div>}
    </div>
  );
}
