import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { alertIcon, columnsIcon, doneIcon, housingIcon, type IconNode, returnIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { groupArrived } from '../arrived-items.ts';
import { type AttentionItem, attentionOn } from '../attention-items.ts';
import { PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { rowWords } from '../service-groups.ts';
import { useSession } from '../session.ts';
import { ArrivedCards } from './ArrivedCards.tsx';
import { groupAttention } from './attention-groups.ts';
import { attentionReason, rowTitle } from './attention-words.ts';
import { SettledCard } from './SettledCard.tsx';

const ICON_BY_GROUP = {
  refused: alertIcon,
  disputed: columnsIcon,
  overfull: housingIcon,
  placedTwice: housingIcon,
  returned: returnIcon,
} as const satisfies Record<AttentionItem['what'], IconNode>;

/** Everything that waits for this person's hand; nothing here is lost, it is only not finished. */
export function AttentionPage() {
  const { vault, words, arrived, today } = useSession();
  const { t } = words;
  const groups = groupAttention(attentionOn(vault, today()));
  const isCoordinator = vault.actor.role === 'coordinator';
  // A coordinator's list is empty only when the server has said so.
  const isKnown = !isCoordinator || arrived.list.value !== undefined;
  const { held, refused, inHand } = groupArrived(arrived.list.value, vault);
  const isEmpty = vault.settled.value.length + groups.length + held.length + refused.length + inHand.length === 0;
  return (
    <Screen title={t('nav.attention')} subtitle={isEmpty ? undefined : t('attention.nothingLost')}>
      <Stack>
        {isEmpty && isKnown && (
          <Card flat>
            <EmptyState icon={doneIcon} title={t('attention.empty.title')} text={t('attention.empty.text')} />
          </Card>
        )}
        {groups.map(({ what, items }) => (
          <Card key={what} flat title={t(`attention.group.${what}`)} aside={words.formatNumber(items.length)}>
            <RowList>
              {items.map((item) => (
                <AttentionRow key={`${item.recordId} ${'field' in item ? item.field : ''}`} item={item} />
              ))}
            </RowList>
          </Card>
        ))}
        <SettledCard />
        {isCoordinator && <ArrivedCards />}
      </Stack>
    </Screen>
  );
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const session = useSession();
  const { vault, words, today } = session;
  const kind = vault.caseload.find(item.recordId)?.record.kind ?? '';
  return (
    <CardRow
      icon={ICON_BY_GROUP[item.what]}
      title={rowTitle(session, item)}
      subtitle={attentionReason(session, item, kind)}
      href={
        item.what === 'returned'
          ? rowWords(vault, words, { held: item.record, members: item.members }, today()).href
          : PLACES.attentionTo(item.recordId)
      }
    />
  );
}
