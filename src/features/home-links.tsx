import type { CaseRecord } from '../device/open-vault.ts';
import { homeIcon, searchIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { findDwelling } from './dwelling-records.ts';
import { isOpenPlacement, placementFieldsOf } from './housing-path.ts';
import { PLACES } from './places.ts';
import { useMayEdit } from './record-standing.tsx';
import { useSession } from './session.ts';

/** From a placement to the dwelling it has, or to those it could have. */
export function HomeLinks({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const mayEdit = useMayEdit(held);
  const fields = placementFieldsOf(held);
  const home = findDwelling(vault, fields.dwellingId);
  if (home !== undefined) {
    return (
      <LinkButton href={PLACES.dwelling(home.record.id)} variant="quiet" wide icon={homeIcon}>
        {words.t('findHome.open')}
      </LinkButton>
    );
  }
  if (!mayEdit || !isOpenPlacement(fields)) return null;
  return (
    <LinkButton href={PLACES.findHome(held.record.id)} variant="ghost" wide icon={searchIcon}>
      {words.t('findHome.title')}
    </LinkButton>
  );
}
