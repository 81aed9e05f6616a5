import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { doneIcon, returnIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { type AttentionItem, attentionOn } from '../attention-items.ts';
import { PLACES, placeOfRecord } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { attentionReason, attentionTitle } from './attention-words.ts';
import { DisputedPart } from './DisputedPart.tsx';
import { OverfullPart } from './OverfullPart.tsx';
import { PlacedTwicePart } from './PlacedTwicePart.tsx';
import { RefusedPart } from './RefusedPart.tsx';
import { SettledCard } from './SettledCard.tsx';

/** All that has to be mended about one record: what was not accepted, two values for one field (picture 6), a return. */
export function AttentionItemPage({ recordId }: { recordId: string }) {
  return <AttentionItems key={recordId} recordId={recordId} />;
}

function AttentionItems({ recordId }: { recordId: string }) {
  const session = useSession();
  const { vault, words } = session;
  const { t } = words;
  const items = attentionOn(vault, session.today()).filter((item) => item.recordId === recordId);
  const [first] = items;
  // The last thing was just mended: back to where one came from. After a deep link to something settled, the page says so.
  const [hadItems] = useState(first !== undefined);
  const isDone = hadItems && first === undefined;
  // Somebody else settled it while one was at work on it: said here, and left by whoever has seen it.
  const isByOthers = vault.settled.value.some(({ change }) => change.recordId === recordId);
  useEffect(() => {
    if (isDone && !isByOthers) session.back(PLACES.attention);
  }, [isDone, isByOthers]);
  if (first === undefined) {
    return isByOthers ? (
      <Screen title={t('nav.attention')} backTo={PLACES.attention}>
        <SettledCard recordId={recordId} />
      </Screen>
    ) : (
      <Screen title={t('nav.attention')} backTo={PLACES.attention}>
        <Card flat>
          <EmptyState
            icon={doneIcon}
            title={t('attention.settled')}
            action={<LinkButton href={PLACES.attention}>{t('attention.toList')}</LinkButton>}
          />
        </Card>
      </Screen>
    );
  }
  const refused = items.flatMap((item) => (item.what === 'refused' ? item.items : []));
  return (
    <Screen
      title={t(`attention.title.${first.what}`)}
      subtitle={attentionTitle(session, recordId, refused)}
      backTo={PLACES.attention}
    >
      <Stack>
        {items.map((item) => (
          <Part key={'field' in item ? item.field : item.what} item={item} />
        ))}
      </Stack>
    </Screen>
  );
}

function Part({ item }: { item: AttentionItem }) {
  const session = useSession();
  const { t } = session.words;
  const held = session.vault.caseload.find(item.recordId);
  switch (item.what) {
    case 'refused':
      return <RefusedPart recordId={item.recordId} items={item.items} held={held} />;
    case 'disputed':
      return held === undefined ? null : <DisputedPart held={held} field={item.field} conflicts={item.conflicts} />;
    case 'overfull':
      return <OverfullPart item={item} />;
    case 'placedTwice':
      return <PlacedTwicePart item={item} />;
    default: {
      const { kind, id } = item.record.record;
      return (
        <Card>
          <Stack>
            <Note tone="stop" icon={returnIcon} title={t('attention.title.returned')}>
              {attentionReason(session, item, kind)}
            </Note>
            <LinkButton href={placeOfRecord(kind, id)}>{t('verb.correct')}</LinkButton>
          </Stack>
        </Card>
      );
    }
  }
}
