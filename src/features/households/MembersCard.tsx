import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { personPlusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { formerMembers, type Membership, presentMembers } from '../household-records.ts';
import { PLACES, withLeaving } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { nameOfPerson, recordMark, recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Who belongs to the household today, and the way for one more. */
export function MembersCard({ household }: { readonly household: CaseRecord }) {
  const { vault, words, today } = useSession();
  const mayEdit = useMayEdit(household);
  const { id } = household.record;
  const members = presentMembers(vault, id, today());
  const isEmpty = members.length === 0;
  return (
    <Card flat title={words.t('households.now')} aside={isEmpty ? words.t('households.none') : undefined}>
      {!isEmpty && (
        <RowList>
          {members.map((member) => (
            <MemberRow key={member.held.record.id} member={member} isPresent />
          ))}
        </RowList>
      )}
      {mayEdit && (
        <CardFooter>
          <LinkButton variant="quiet" icon={personPlusIcon} href={PLACES.addMember(id)}>
            {words.t('households.add')}
          </LinkButton>
        </CardFooter>
      )}
    </Card>
  );
}

/** Who belonged to it before, who left last at the top. */
export function FormerCard({ householdId }: { readonly householdId: string }) {
  const { vault, words, today } = useSession();
  const members = formerMembers(vault, householdId, today());
  if (members.length === 0) return null;
  return (
    <Card flat title={words.t('households.before')}>
      <RowList>
        {members.map((member) => (
          <MemberRow key={member.held.record.id} member={member} />
        ))}
      </RowList>
    </Card>
  );
}

/** The row leads to the belonging, where it is corrected; from there to the person. */
function MemberRow({ member, isPresent }: { readonly member: Membership; readonly isPresent?: boolean }) {
  const { vault, words, today } = useSession();
  const { held, personId } = member;
  const mayEdit = useMayEdit(held);
  const name = nameOfPerson(vault, words, personId);
  return (
    <CardRow
      title={name}
      subtitle={recordSubtitle(words, held)}
      href={PLACES.member(held.record.id)}
      mark={
        <Stack inline>
          <StateMark {...recordMark(words, vault, held, today())} />
          {isPresent && mayEdit && (
            <LinkButton
              variant="quiet"
              href={withLeaving(PLACES.editMember(held.record.id))}
              name={words.t('households.leavesName', { name })}
            >
              {words.t('households.leaves')}
            </LinkButton>
          )}
        </Stack>
      }
    />
  );
}
