import type { ComponentChildren } from 'preact';
import { BottomBar } from './BottomBar.tsx';
import { classNames } from './class-names.ts';
import { focusMain } from './focus-main.ts';
import type { Account, NavItem } from './nav-item.ts';
import { PageHeader } from './PageHeader.tsx';
import { Rail } from './Rail.tsx';

type AppFrameProps = {
  navItems: readonly NavItem[];
  /** The round + of the bar and the big button of the rail. */
  primaryAction?: { href: string; label: string } | undefined;
  brand: { title: string; subtitle: string };
  account: Account;
  /** A `StatePill`. */
  state: ComponentChildren;
  title: string;
  subtitle?: ComponentChildren;
  /** Small things after the title, such as filters. */
  extras?: ComponentChildren;
  backHref?: string | undefined;
  backLabel?: string | undefined;
  onBack?: (() => void) | undefined;
  /** A `Note` above everything else in the page. */
  banner?: ComponentChildren;
  /** Words of the bar's last slot, of the skip link, and of the navigation for screen readers. */
  moreLabel: string;
  skipLabel: string;
  navLabel: string;
  /** No padding and the whole height: for a `SplitPane`. */
  flush?: boolean | undefined;
  /** One thing to do and then back: on a phone the bar gives its room to the `ActionBar`. */
  task?: boolean | undefined;
  children: ComponentChildren;
};

/** The frame of every screen behind the lock. Rail or bottom bar is the style sheet's choice, so nothing jumps at start or rotation. */
export function AppFrame(props: AppFrameProps) {
  const { navItems, primaryAction, brand, account, navLabel } = props;
  return (
    <div class={classNames('app', props.flush && 'app-flush', props.task && 'app-task')}>
      {/* A button, because a router may take the address #main for a route. */}
      <button type="button" class="skip" onClick={focusMain}>
        {props.skipLabel}
      </button>
      <Rail label={navLabel} brand={brand} items={navItems} primaryAction={primaryAction} account={account} />
      <main class="page" id="main" tabIndex={-1}>
        <PageHeader
          title={props.title}
          subtitle={props.subtitle}
          extras={props.extras}
          backHref={props.backHref}
          backLabel={props.backLabel}
          onBack={props.onBack}
          state={props.state}
        />
        <div class="page-body">
          {props.banner}
          {props.children}
        </div>
      </main>
      <BottomBar
        label={navLabel}
        items={navItems}
        primaryAction={primaryAction}
        moreLabel={props.moreLabel}
        account={account}
      />
    </div>
  );
}
