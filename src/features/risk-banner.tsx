import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { homeOf, PLACES } from './places.ts';
import { riskToWords } from './risk-words.ts';
import { findBanner } from './risks.ts';
import { useSession } from './session.ts';

/** One line above the page when work is at risk, and the way to where it is explained. Not on that page itself. */
export function RiskBanner() {
  const session = useSession();
  const { vault, words, path } = session;
  const here = path.value;
  const isHome = here === '/' || here.startsWith(homeOf(vault.actor.role));
  const risk = here === PLACES.safety ? undefined : findBanner(session, isHome ? 'home' : 'elsewhere');
  if (risk === undefined) return null;
  return (
    <Note
      tone={risk.tone}
      role="status"
      title={riskToWords(words, risk).title}
      action={
        <LinkButton variant="quiet" href={PLACES.safety}>
          {words.t('risk.look')}
        </LinkButton>
      }
    />
  );
}
