import { Card } from '../../ui/Card.tsx';
import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { cityOf, isOurs, replyFieldsOf } from '../practice-records.ts';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** One reply in full; of ours, with the way to correct it. */
export function ReplyPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'practice-reply') {
    return <NotHere title={words.t('practices.title')} listPlace={PLACES.practices} />;
  }
  const { practice = '', outcome, text } = replyFieldsOf(held);
  if (isOurs(vault, held)) return <FactsPage held={held} backTo={PLACES.practice(practice)} />;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={words.t('practices.cityOf', { city: cityOf(held) })}
      backTo={PLACES.practice(practice)}
    >
      <Card title={outcome === undefined ? words.t('practices.comment') : words.list('practiceOutcome', outcome)}>
        <p>
          <bdi>{text}</bdi>
        </p>
      </Card>
    </Screen>
  );
}
