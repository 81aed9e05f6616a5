import type { RoundedPoint } from '../domain/rounded-point.ts';
import { useSession } from './session.ts';

/** Leads out of the app to a public map, and only by a tap: the map's owner sees what it is asked for. Needs a network. */
export function MapLink({ href }: { readonly href: string }) {
  const { words } = useSession();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {words.t('map.open')}
    </a>
  );
}

const MAP = 'https://www.openstreetmap.org';

export const pointToMap = ({ latitude, longitude }: RoundedPoint): string =>
  `${MAP}/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;

export const addressToMap = (address: string): string => `${MAP}/search?query=${encodeURIComponent(address)}`;
