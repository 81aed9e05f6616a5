import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TickRow } from '../../ui/TickRow.tsx';
import { listOf, stringOf } from '../field-values.ts';
import { splitHousehold } from '../household-moves.ts';
import { isContact, type Membership, presentMembers } from '../household-records.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { HouseholdOrNot } from './HouseholdOrNot.tsx';
import { MoveDay } from './MoveDay.tsx';
import { MoveFrame } from './MoveFrame.tsx';

/** Who goes becomes a household of their own from a day on; the one they leave keeps what was. */
export function SplitPage({ id }: { readonly id: string }) {
  return <HouseholdOrNot id={id}>{(household) => <SplitForm household={household} />}</HouseholdOrNot>;
}

function SplitForm({ household }: { readonly household: CaseRecord }) {
  const { vault, words, today, newId } = useSession();
  const { t } = words;
  const { id } = household.record;
  // `toDate` is when they leave this one, and come into the new one.
  const form = useRecordForm({ draftKey: `household:split:${id}`, kind: 'household', initial: { toDate: today() } });
  const members = presentMembers(vault, id, today());
  const chosen = listOf(form.values.people);
  const going = members.filter(({ personId }) => chosen.includes(personId));
  const isReady = going.length > 0 && going.length < members.length;
  const area = stringOf(household.record.fields.area);
  return (
    <MoveFrame
      form={form}
      title={t('households.split')}
      subtitle={recordTitle(vault, words, household)}
      backTo={PLACES.household(id)}
      saveLabel={t('households.splitSave', { n: going.length })}
      isReady={isReady}
      toChanges={(recordId, values) =>
        splitHousehold(going, { household: recordId, area, day: stringOf(values.toDate) ?? '' }, newId)
      }
      next={PLACES.household}
    >
      <Stack>
        <p>{t('households.splitText')}</p>
        <Card
          flat
          title={t('households.splitWho')}
          aside={<span role="status">{isReady ? '' : t('households.splitNobody')}</span>}
        >
          <RowList>
            {members.map(({ held, personId }) => (
              <TickRow
                key={personId}
                title={nameOfPerson(vault, words, personId)}
                subtitle={recordSubtitle(words, held)}
                checked={chosen.includes(personId)}
                onCheck={(isOn) =>
                  form.set('people', isOn ? [...chosen, personId] : chosen.filter((other) => other !== personId))
                }
              />
            ))}
          </RowList>
        </Card>
        {isReady && <ContactNote going={going} staying={members.filter((one) => !going.includes(one))} />}
        <MoveDay form={form} />
      </Stack>
    </MoveFrame>
  );
}

type ContactNoteProps = { readonly going: readonly Membership[]; readonly staying: readonly Membership[] };

/** A household of several has a person of reference: which one is left without is said before. */
function ContactNote({ going, staying }: ContactNoteProps) {
  const { t } = useSession().words;
  const isNewWithout = going.length > 1 && !going.some(isContact) && staying.some(isContact);
  const isOldWithout = going.some(isContact);
  if (!isNewWithout && !isOldWithout) return null;
  return (
    <Note tone="wait" role="status">
      {t(isNewWithout ? 'households.splitNewContact' : 'households.splitOldContact')}
    </Note>
  );
}
