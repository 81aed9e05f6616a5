import type { SettledChange } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { dayAndTime } from '../moment-words.ts';
import { placeOfRecord } from '../places.ts';
import { useSession } from '../session.ts';
import { settledReason } from '../settled-words.ts';
import { refusalToText } from '../use-save.ts';
import { attentionTitle } from './attention-words.ts';
import { findWritten } from './mend.ts';
import { writtenFacts } from './written-facts.ts';

/** What others made of this person's refused changes, of all or of one record: nothing is left to do but to know it. */
export function SettledCard({ recordId }: { readonly recordId?: string }) {
  const { vault, words } = useSession();
  const settled = vault.settled.value.filter(({ change }) => recordId === undefined || change.recordId === recordId);
  if (settled.length === 0) return null;
  return (
    <Card title={words.t('attention.settled.group')} aside={words.formatNumber(settled.length)}>
      <Stack>
        {settled.map((one) => (
          <SettledRow key={one.change.id} settled={one} />
        ))}
      </Stack>
    </Card>
  );
}

function SettledRow({ settled }: { settled: SettledChange }) {
  const session = useSession();
  const { vault, words, today, say } = session;
  const { t } = words;
  const { change, savedAt } = settled;
  const held = vault.caseload.find(change.recordId)?.record;
  const written = findWritten([settled]);
  const seen = async () => {
    const gone = await vault.forgetSettled(change.id);
    if (!gone.ok) say({ text: refusalToText(words, gone.error), tone: 'stop' });
  };
  return (
    <article>
      <Stack>
        <div>
          <strong>
            <bdi>{attentionTitle(session, change.recordId, [settled])}</bdi>
          </strong>
          <p>{settledReason(words, settled)}</p>
          <p class="soft">{t('attention.settled.when', { when: dayAndTime(words, savedAt, today()) })}</p>
        </div>
        {written !== undefined && (
          <Disclosure label={t('attention.written')}>
            <FactList facts={writtenFacts(session, written.kind, written.written)} />
          </Disclosure>
        )}
        <Stack inline>
          <Button variant="quiet" onClick={() => seen()}>
            {t('attention.settled.seen')}
          </Button>
          {held !== undefined && (
            <LinkButton variant="quiet" href={placeOfRecord(held.kind, held.id)}>
              {t('arrived.openRecord')}
            </LinkButton>
          )}
        </Stack>
      </Stack>
    </article>
  );
}
