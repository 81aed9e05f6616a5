import type { Translator } from '../i18n/translate.ts';
import { contactIcon, housingIcon, type IconNode, peopleIcon, personIcon } from '../ui/icons.ts';
import { PLACES } from './places.ts';

/** The four things one comes to write, the commonest first: big doors on home, a calm list behind the round +. */
type Door = { readonly href: string; readonly label: string; readonly hint: string; readonly icon: IconNode };

export const doorsOf = ({ t }: Translator): readonly Door[] => [
  { href: PLACES.contact, label: t('today.door.contact'), hint: t('register.contact'), icon: contactIcon },
  { href: PLACES.newService, label: t('today.door.service'), hint: t('register.service'), icon: personIcon },
  { href: PLACES.newPerson, label: t('today.door.person'), hint: t('register.person'), icon: peopleIcon },
  { href: PLACES.newPlacement, label: t('today.door.placement'), hint: t('register.placement'), icon: housingIcon },
];

/** Rarer than the four, so that it stands behind the round + and beside the search for one person. */
export const groupDoor = ({ t }: Translator): Door => ({
  href: PLACES.newGroup,
  label: t('service.groupTitle'),
  hint: t('service.groupHint'),
  icon: peopleIcon,
});
