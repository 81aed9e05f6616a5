import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { chevronBackIcon } from './icons.ts';
import { tieDots } from './tie-dots.ts';

type PageHeaderProps = {
  title: string;
  subtitle?: ComponentChildren;
  /** Small things after the title, such as filters. */
  extras?: ComponentChildren;
  backHref?: string | undefined;
  /** Name of the way back; without it there is none. */
  backLabel?: string | undefined;
  /** Goes back in place of `backHref`: keeps place and filter of the list one came from. */
  onBack?: (() => void) | undefined;
  /** A `StatePill`. */
  state?: ComponentChildren;
};

/** The head of a page: the way back, the only h1, the state of the data. */
export function PageHeader(props: PageHeaderProps) {
  return (
    <header class="top">
      <BackControl {...props} />
      <div class="top-words">
        {/* bdi: a name in the other writing direction keeps its full stops where they belong. */}
        <h1 tabIndex={-1}>
          <bdi>{props.title}</bdi>
        </h1>
        {props.subtitle && <p class="small">{tieDots(props.subtitle)}</p>}
      </div>
      {props.extras && <div class="top-extras">{props.extras}</div>}
      {props.state && <div class="top-state">{props.state}</div>}
    </header>
  );
}

function BackControl({ backHref, backLabel, onBack }: PageHeaderProps) {
  if (backLabel === undefined || (backHref === undefined && !onBack)) return null;
  if (onBack) {
    return (
      <button type="button" class="icon-button top-back" aria-label={backLabel} onClick={onBack}>
        <Icon icon={chevronBackIcon} mirrored />
      </button>
    );
  }
  return (
    <a class="icon-button top-back" href={backHref ?? ''} aria-label={backLabel}>
      <Icon icon={chevronBackIcon} mirrored />
    </a>
  );
}
