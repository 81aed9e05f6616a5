import type { ActorRole } from '../domain/actor.ts';
import type { Translator } from '../i18n/translate.ts';
import {
  calendarIcon,
  editIcon,
  type IconNode,
  moneyIcon,
  peopleIcon,
  practiceIcon,
  safeIcon,
  settingsIcon,
  shareIcon,
  trainingIcon,
} from '../ui/icons.ts';
import { PLACES } from './places.ts';

/** A place that has no room of its own in the navigation, and who works there. */
type FurtherPlace = {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: IconNode;
  readonly roles: readonly ActorRole[];
};

const STAFF: readonly ActorRole[] = ['outreach', 'coordinator'];

/** What "Strumenti" lists for a role, the commonest first. */
export const furtherPlacesOf = (role: ActorRole, words: Translator): readonly FurtherPlace[] =>
  allPlaces(words).filter(({ roles }) => roles.includes(role));

const allPlaces = ({ t }: Translator): readonly FurtherPlace[] => [
  { href: PLACES.agenda, label: t('agenda.title'), hint: t('agenda.hint'), icon: calendarIcon, roles: STAFF },
  { href: PLACES.offices, label: t('offices.title'), hint: t('offices.hint'), icon: shareIcon, roles: STAFF },
  { href: PLACES.money, label: t('money.title'), hint: t('money.hint'), icon: moneyIcon, roles: STAFF },
  { href: PLACES.training, label: t('training.title'), hint: t('training.hint'), icon: trainingIcon, roles: STAFF },
  { href: PLACES.practices, label: t('practices.title'), hint: t('practices.hint'), icon: practiceIcon, roles: STAFF },
  { href: PLACES.mine, label: t('mine.title'), hint: t('more.mine'), icon: editIcon, roles: STAFF },
  {
    href: PLACES.doubles,
    label: t('doubles.title'),
    hint: t('doubles.hint'),
    icon: peopleIcon,
    roles: ['coordinator'],
  },
  { href: PLACES.safety, label: t('safety.title'), hint: t('more.safety'), icon: safeIcon, roles: STAFF },
  { href: PLACES.settings, label: t('more.settings'), hint: t('more.settingsHint'), icon: settingsIcon, roles: STAFF },
];
