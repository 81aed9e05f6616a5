import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import type { Beneficiary } from '../../domain/kinds/beneficiary.ts';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { fieldLabel } from '../field-words.ts';
import { PLACES } from '../places.ts';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { recordMark } from '../record-words.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { useSession } from '../session.ts';
import { birthText, fullName, maskPhone, noticeText } from './person-words.ts';
import { ShowNoticeTo } from './ShowNotice.tsx';

/** What is written of the person; what could hurt in the wrong eyes stands behind a tap. */
export function FactsCard({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const mayEdit = useMayEdit(held);
  const { record } = held;
  const fields = record.fields as Partial<Beneficiary>;
  const label = (field: keyof Beneficiary) => fieldLabel(words, 'beneficiary', field);
  const lines = words.formatList((fields.linesOfAction ?? []).map((code) => words.list('lineOfAction', code)));
  const facts = [
    { label: words.t('people.fullName'), value: fullName(fields) },
    { label: label('nickname'), value: fields.nickname },
    { label: words.t('people.birth'), value: birthText(words, fields, today()) ?? words.t('record.unknown') },
    { label: label('phone'), value: fields.phone && <PhoneValue phone={fields.phone} /> },
    { label: label('email'), value: fields.email },
    { label: words.t('people.noticeShort'), value: noticeText(words, fields) ?? words.t('people.noNotice') },
    { label: words.t('people.lines'), value: lines },
    { label: label('note'), value: fields.note },
    { label: label('residenceStatus'), value: <RestrictedValue held={held} field="residenceStatus" /> },
    {
      label: label('permitExpiryDate'),
      value: fields.permitExpiryDate && <RestrictedValue held={held} field="permitExpiryDate" />,
    },
    {
      label: label('restrictedNote'),
      value: fields.restrictedNote && <RestrictedValue held={held} field="restrictedNote" />,
    },
  ].filter(({ value }) => value !== undefined && value !== '');
  return (
    <Card
      title={words.t('people.record')}
      aside={<StateMark {...recordMark(words, vault, held, today())} />}
      asideAtEnd
    >
      <FactList facts={facts} />
      <Authorship held={held} />
      <ShowNoticeTo held={held} />
      {mayEdit && (
        <LinkButton href={PLACES.editPerson(record.id)} variant="quiet" wide icon={editIcon}>
          {words.t('people.correct')}
        </LinkButton>
      )}
      <RemoveButton held={held} fallback={PLACES.people} />
    </Card>
  );
}

/** Masked until tapped: the screen is shared and on a square. */
function PhoneValue({ phone }: { readonly phone: string }) {
  const { t } = useSession().words;
  const [isShown, setIsShown] = useState(false);
  if (isShown) {
    return (
      <a href={`tel:${phone.replaceAll(/[^+0-9]/g, '')}`} dir="ltr">
        {phone}
      </a>
    );
  }
  return (
    <TextButton name={`${maskPhone(phone)} ${t('people.showPhone')}`} onClick={() => setIsShown(true)}>
      {maskPhone(phone)}
    </TextButton>
  );
}
