import { useSession } from './session.ts';
import { useKept, useTaken } from './use-kept.ts';

/**
 * Who was just registered for another page, on the way back to it. The page stays what it was, with its address and its draft: it takes
 * the person over once, and from then on they are chosen in it like anybody else.
 */
type Registered = { readonly place: string; readonly personId: string };
const KEPT_AS = 'people:registered';

/** Leads back to the page that asked for a new person, with the one who was registered. */
export function useHandOver(): (handed: Registered) => void {
  const { backTo } = useSession();
  const [, keep] = useKept<Registered | undefined>(KEPT_AS, undefined);
  return (handed) => {
    keep(handed);
    backTo(handed.place);
  };
}

/** Who was registered for this page, if one comes back with somebody. */
export function useRegistered(): string | undefined {
  const { address } = useSession();
  const handed = useTaken<Registered | undefined>(KEPT_AS, undefined);
  return handed?.place === address ? handed.personId : undefined;
}
