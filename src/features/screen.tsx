import type { ComponentChildren } from 'preact';
import { mayReadKind } from '../domain/permissions.ts';
import { queueOf } from '../domain/review-queue.ts';
import { AppFrame } from '../ui/AppFrame.tsx';
import {
  alertIcon,
  eventIcon,
  homeIcon,
  housingIcon,
  inboxIcon,
  peopleIcon,
  settingsIcon,
  toolsIcon,
} from '../ui/icons.ts';
import type { NavItem } from '../ui/nav-item.ts';
import { attentionCount } from './arrived-items.ts';
import { HideButton } from './hide-button.tsx';
import { homeOf, isStaff, PLACES } from './places.ts';
import { RiskBanner } from './risk-banner.tsx';
import { SafetyPill } from './safety-pill.tsx';
import { type FeatureSession, useSession } from './session.ts';

type ScreenProps = {
  readonly title: string;
  readonly subtitle?: ComponentChildren;
  readonly extras?: ComponentChildren;
  /** Shows the way back; also the place to go to after a deep link. */
  readonly backTo?: string | undefined;
  readonly banner?: ComponentChildren;
  /** No padding and the whole height, for a `SplitPane`. */
  readonly flush?: boolean | undefined;
  /** One thing to do and then back: on a phone the navigation gives its room to the `ActionBar`. */
  readonly task?: boolean | undefined;
  readonly children: ComponentChildren;
};

/** The frame around every screen behind the lock: where one is, where one can go, and how the data stands. */
export function Screen({ title, subtitle, extras, backTo, banner, flush, task, children }: ScreenProps) {
  const { vault, words, municipalityName, back } = useSession();
  const { actor } = vault;
  return (
    <AppFrame
      navItems={useNavItems()}
      primaryAction={isStaff(actor.role) ? { href: PLACES.register, label: words.t('nav.record') } : undefined}
      brand={{ title: 'Taccuino', subtitle: municipalityName }}
      account={{ initials: initialsOf(actor.name), name: firstNameOf(actor.name), href: PLACES.settings }}
      state={
        <>
          <HideButton />
          <SafetyPill />
        </>
      }
      title={title}
      subtitle={subtitle}
      extras={extras}
      backHref={backTo}
      backLabel={words.t('verb.back')}
      onBack={backTo === undefined ? undefined : () => back(backTo)}
      banner={
        <>
          <RiskBanner />
          {banner}
        </>
      }
      moreLabel={words.t('nav.more')}
      skipLabel={words.t('nav.skip')}
      navLabel={words.t('nav.label')}
      flush={flush}
      task={task}
    >
      {children}
    </AppFrame>
  );
}

function useNavItems(): NavItem[] {
  const session = useSession();
  const { role } = session.vault.actor;
  const items = isStaff(role) ? staffItems(session) : fewItems(session);
  const here = session.path.value === '/' ? homeOf(role) : session.path.value;
  const isIn = (place: string): boolean => here === place || here.startsWith(`${place}/`);
  return items.map((item) => ({ ...item, current: [item.href, ...(ROOMS_OF[item.href] ?? [])].some(isIn) }));
}

/** Of who does not work with people: events for volunteers, and what everybody has. */
const fewItems = ({ vault, words }: FeatureSession): NavItem[] => [
  ...(mayReadKind(vault.actor.role, 'event')
    ? [{ href: PLACES.events, label: words.t('nav.events'), icon: eventIcon }]
    : []),
  { href: PLACES.settings, label: words.t('settings.title'), icon: settingsIcon },
];

function staffItems(session: FeatureSession): NavItem[] {
  const { vault, words } = session;
  const isCoordinator = vault.actor.role === 'coordinator';
  const first: NavItem = isCoordinator
    ? {
        href: PLACES.review,
        label: words.t('nav.review'),
        icon: inboxIcon,
        count: queueOf(vault.caseload.all().map(({ record }) => record)).length || undefined,
      }
    : { href: PLACES.today, label: words.t('nav.today'), icon: homeIcon };
  return [
    first,
    { href: PLACES.people, label: words.t('nav.people'), icon: peopleIcon },
    { href: PLACES.housing, label: words.t('nav.housing'), icon: housingIcon },
    { href: PLACES.events, label: words.t('nav.events'), icon: eventIcon },
    {
      href: PLACES.attention,
      label: words.t('nav.attention'),
      icon: alertIcon,
      count: attentionCount(session) || undefined,
    },
    { href: PLACES.more, label: words.t('more.title'), icon: toolsIcon },
  ];
}

/** Places that belong to one of the navigation, at addresses of their own. */
const ROOMS_OF: Readonly<Record<string, readonly string[]>> = {
  [PLACES.housing]: [PLACES.dwellings, PLACES.landlords],
};

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');

export const firstNameOf = (name: string): string => name.split(/\s+/)[0] ?? name;
