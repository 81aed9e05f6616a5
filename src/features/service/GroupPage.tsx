import { mayRemove } from '../../domain/permissions.ts';
import { findReviewStep } from '../../domain/review-table.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon, removeIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { HouseholdLink } from '../household-link.tsx';
import { NotHere } from '../not-here.tsx';
import { homeOf, PLACES } from '../places.ts';
import { recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { groupTitle, membersOf } from '../service-groups.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { correctable } from './correct-group.ts';
import { GroupReturns } from './GroupReturns.tsx';
import { officeFacts } from './ServiceFacts.tsx';
import { sharedFacts } from './service-facts.ts';

/** A service that many had together: what was done, and each one's own service behind a row. */
export function GroupPage({ id }: { readonly id: string }) {
  const { vault, words, today, back, say } = useSession();
  const { t } = words;
  const saved = useSaved();
  const home = homeOf(vault.actor.role);
  const members = membersOf(vault, id);
  if (members.length === 0) return <NotHere title={t('mine.title')} listPlace={PLACES.mine} />;
  const { role } = vault.actor;
  const toCorrect = correctable(members, role);
  const [only] = toCorrect;
  const mendAt = toCorrect.length === 1 && only ? PLACES.editService(only.record.id) : PLACES.editGroup(id);
  const isReturned = toCorrect.some(({ record }) => record.review.state === 'returned');
  const mayRemoveAll = members.every(
    ({ record }) => mayRemove(vault.actor, record) && findReviewStep(record.review.state, 'remove', role) !== undefined,
  );

  async function removeAll(): Promise<void> {
    const answer = await vault.saveChanges(
      members.map(({ record }) => ({ type: 'remove', recordId: record.id, kind: record.kind })),
    );
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    const [first, ...others] = answer.value;
    if (first !== undefined) saved(first, ...others);
    back(home);
  }

  return (
    <Screen
      title={groupTitle(words, members)}
      backTo={home}
      banner={<GroupReturns members={members} mendAt={mendAt} />}
    >
      <Columns
        main={
          <>
            <Card title={t('service.facts')}>
              <FactList
                facts={[
                  ...sharedFacts(words, members).map(({ label, value }) => ({ label, value })),
                  ...officeFacts(vault, words, members),
                ]}
              />
            </Card>
            <Card flat title={t('service.each')}>
              <RowList>
                {members.map((held) => (
                  <CardRow
                    key={held.record.id}
                    title={recordTitle(vault, words, held)}
                    href={PLACES.service(held.record.id)}
                    mark={<StateMark {...recordMark(words, vault, held, today())} />}
                  />
                ))}
              </RowList>
            </Card>
          </>
        }
        side={
          <>
            {members[0] && <HouseholdLink held={members[0]} />}
            {toCorrect.length > 1 && !isReturned && (
              <LinkButton variant="quiet" wide icon={editIcon} href={mendAt}>
                {t('service.correctGroup')}
              </LinkButton>
            )}
            {mayRemoveAll && (
              <Button variant="quiet" wide icon={removeIcon} onClick={() => removeAll()}>
                {t('service.removeGroup')}
              </Button>
            )}
          </>
        }
      />
    </Screen>
  );
}
