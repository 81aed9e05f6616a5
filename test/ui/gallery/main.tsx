/**
 * The gallery: every component of `ui` in invented screens, for eyes and for axe. Not shipped. The address chooses:
 * `?page=today&theme=dark&dir=rtl`.
 */
import '../../../src/ui/ui.css';
import { render } from 'preact';
import { CodesPage } from './pages/codes.tsx';
import { ContactPage } from './pages/contact.tsx';
import { FormsPage } from './pages/forms.tsx';
import { ListPage } from './pages/list.tsx';
import { PartsPage } from './pages/parts.tsx';
import { PersonPage } from './pages/person.tsx';
import { ReviewPage } from './pages/review.tsx';
import { TodayPage } from './pages/today.tsx';
import { UnlockPage } from './pages/unlock.tsx';

const pagesByName = {
  codes: CodesPage,
  contact: ContactPage,
  forms: FormsPage,
  list: ListPage,
  parts: PartsPage,
  person: PersonPage,
  review: ReviewPage,
  today: TodayPage,
  unlock: UnlockPage,
};

const address = new URLSearchParams(location.search);
const theme = address.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
document.documentElement.dir = address.get('dir') ?? 'ltr';
const name = address.get('page') ?? 'today';
const Page = Object.entries(pagesByName).find(([page]) => page === name)?.[1] ?? TodayPage;
render(<Page />, document.body);
