import { useMemo } from 'preact/hooks';
import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';
import { type LikelyContact, matchContacts } from '../../domain/match-contacts.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { findReviewStep } from '../../domain/review-table.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { useLinkContact } from '../link-contact.ts';
import { serviceFieldsOf } from '../own-services.ts';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

type MaybeContactsCardProps = { readonly held: CaseRecord; readonly about: readonly CaseRecord[] };

/** Anonymous contacts that may have been with this person: one tap moves them into the history. */
export function MaybeContactsCard({ held, about }: MaybeContactsCardProps) {
  const { vault, words, today } = useSession();
  const day = today();
  const likely = useMemo(() => contactsFor(vault, held, about, day), [held.record, vault.caseload.version.value, day]);
  if (likely.length === 0) return null;
  return (
    <Card flat title={words.t('people.maybeContacts')}>
      <RowList>
        {likely.map((one) => (
          <ContactRow key={one.id} likely={one} personId={held.record.id} />
        ))}
      </RowList>
    </Card>
  );
}

function ContactRow({ likely, personId }: { readonly likely: LikelyContact; readonly personId: string }) {
  const { vault, words, today } = useSession();
  const link = useLinkContact();
  const contact = vault.caseload.find(likely.id);
  if (contact === undefined) return null;
  const { date } = serviceFieldsOf(contact);
  const title = recordTitle(vault, words, contact);
  return (
    <CardRow
      time={date && words.formatRelativeDay(date, today())}
      dateTime={date}
      title={title}
      aside={likely.reasons.map((reason) => words.t(`people.contactReason.${reason}`)).join(', ')}
      subtitle={recordSubtitle(words, contact)}
      href={PLACES.service(likely.id)}
      mark={
        <Button
          variant="ghost"
          name={words.t('people.linkContactOf', { title })}
          onClick={() => link(contact, personId)}
        >
          {words.t('people.linkContact')}
        </Button>
      }
    />
  );
}

/** Only contacts that the person who looks may still correct. */
function contactsFor(
  { caseload, actor }: OpenVault,
  { record }: CaseRecord,
  about: readonly CaseRecord[],
  today: CalendarDate,
): LikelyContact[] {
  const open = caseload
    .ofKind('service')
    .flatMap(({ record: { id, fields, review } }) =>
      findReviewStep(review.state, 'edit', actor.role) === undefined ? [] : [{ id, fields }],
    );
  const places = about.flatMap((one) => (one.record.kind === 'service' ? (serviceFieldsOf(one).place ?? []) : []));
  return matchContacts(open, { person: record.fields, places, today });
}
