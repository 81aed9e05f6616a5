import { useLayoutEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import { AttentionItemPage } from '../features/attention/AttentionItemPage.tsx';
import { AttentionPage } from '../features/attention/AttentionPage.tsx';
import { HousingPage } from '../features/housing/HousingPage.tsx';
import { PlacementFormPage } from '../features/housing/PlacementFormPage.tsx';
import { PlacementPage } from '../features/housing/PlacementPage.tsx';
import { MinePage } from '../features/mine/MinePage.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { PersonFormPage } from '../features/people/PersonFormPage.tsx';
import { PersonPage } from '../features/people/PersonPage.tsx';
import { homeOf, PLACES } from '../features/places.ts';
import { RegisterPage } from '../features/register/RegisterPage.tsx';
import { ReviewPage } from '../features/review/ReviewPage.tsx';
import { SafetyPage } from '../features/safety/SafetyPage.tsx';
import { ContactPage } from '../features/service/ContactPage.tsx';
import { ServiceFormPage } from '../features/service/ServiceFormPage.tsx';
import { ServicePage } from '../features/service/ServicePage.tsx';
import { useSession } from '../features/session.ts';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { TodayPage } from '../features/today/TodayPage.tsx';

/**
 * Address → page. All pages come with the unlock in one file: a page fetched later could be missing, offline or after an update in
 * another tab. A page that is keyed by its record starts anew when the record is another.
 */
export function Pages() {
  return (
    <Router>
      <Route path={PLACES.today} component={TodayPage} />
      <Route path={PLACES.register} component={RegisterPage} />
      <Route path={PLACES.contact} component={ContactPage} />
      <Route path={PLACES.newService} component={NewService} />
      <Route path={PLACES.service(':id')} component={ServicePage} />
      <Route path={PLACES.editService(':id')} component={EditService} />
      <Route path={PLACES.mine} component={MinePage} />
      <Route path={PLACES.people} component={PeoplePage} />
      <Route path={PLACES.newPerson} component={NewPerson} />
      <Route path={PLACES.editPerson(':id')} component={EditPerson} />
      <Route path={PLACES.person(':id')} component={PersonPage} />
      <Route path={PLACES.housing} component={HousingPage} />
      <Route path={PLACES.newPlacement} component={NewPlacement} />
      <Route path={PLACES.editPlacement(':id')} component={EditPlacement} />
      <Route path={PLACES.placement(':id')} component={PlacementPage} />
      <Route path={PLACES.attention} component={AttentionPage} />
      <Route path={PLACES.attentionTo(':recordId')} component={AttentionItemPage} />
      <Route path={PLACES.review} component={ReviewPage} />
      <Route path={PLACES.reviewOf(':id')} component={ReviewPage} />
      <Route path={PLACES.safety} component={SafetyPage} />
      <Route path={PLACES.settings} component={SettingsPage} />
      <Route default component={Home} />
    </Router>
  );
}

/** The parts of an address behind the `?`, as the pages want them. */
type Queried = { readonly query: Readonly<Record<string, string>> };
type OfRecord = Queried & { readonly id: string };

const NewService = ({ query }: Queried) => <ServiceFormPage key={query.person ?? ''} person={query.person} />;
const EditService = ({ id }: OfRecord) => <ServiceFormPage key={id} id={id} />;
const NewPerson = () => <PersonFormPage />;
const EditPerson = ({ id }: OfRecord) => <PersonFormPage key={id} id={id} />;
const NewPlacement = ({ query }: Queried) => <PlacementFormPage person={query.person} step={query.step} />;
const EditPlacement = ({ id, query }: OfRecord) => <PlacementFormPage key={id} id={id} step={query.step} />;

/** The bare address, and every address of a page that does not exist (any more). */
function Home() {
  const { vault } = useSession();
  const { route } = useLocation();
  useLayoutEffect(() => route(homeOf(vault.actor.role), true), []);
  return null;
}
