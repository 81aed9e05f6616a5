import { useLayoutEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import type { Page } from '../features/pages.tsx';
import { pagesOf } from '../features/pages-of-role.ts';
import { homeOf } from '../features/places.ts';
import { useSession } from '../features/session.ts';
import { focusHeading } from '../ui/focus-main.ts';

/**
 * The page of the address. All pages come with the unlock in one file: a page fetched later could be missing, offline or after an
 * update in another tab. The routes have no keys, so that two addresses of one page (the review queue) keep what it shows.
 */
export function Pages() {
  const { vault } = useSession();
  return (
    <Router onRouteChange={focusHeading}>
      {pagesOf(vault.actor.role).map(toRoute)}
      <Route default component={Home} />
    </Router>
  );
}

const toRoute = ({ path, component }: Page) => <Route path={path} component={component} />;

/** The bare address, and every address of a page that does not exist (any more). */
function Home() {
  const { vault } = useSession();
  const { route } = useLocation();
  useLayoutEffect(() => route(homeOf(vault.actor.role), true), []);
  return null;
}
