import { useState } from 'preact/hooks';
import { isContactOfOne } from '../../domain/match-contacts.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { checkIcon, peopleIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useLinkContact } from '../link-contact.ts';
import { useNewPerson } from '../new-person.ts';
import { NotHere } from '../not-here.tsx';
import { serviceFieldsOf } from '../own-services.ts';
import { peopleIndexOf } from '../people-index.ts';
import { PLACES } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { nameOfPerson, recordSubtitle, recordTitle } from '../record-words.ts';
import { useRegistered } from '../registered-person.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { PersonCard } from './PersonCard.tsx';
import { PersonPicker } from './PersonPicker.tsx';

/** Whom an anonymous contact was with: one tap on a known person, or register one and come back. */
export function LinkContactPage({ id }: { readonly id: string }) {
  const { vault, words, back } = useSession();
  const [person, setPerson] = useState(useRegistered());
  const register = useNewPerson(PLACES.linkContact(id));
  const link = useLinkContact();
  const held = vault.caseload.find(id);
  const mayEdit = useMayEdit(held);
  if (held?.record.kind !== 'service') return <NotHere title={words.t('mine.title')} listPlace={PLACES.mine} />;
  const linkTo = async (personId: string) => {
    if (await link(held, personId)) back(PLACES.service(id));
  };
  const isOpen = mayEdit && isContactOfOne(held.record.fields);
  return (
    <Screen
      title={words.t('service.link')}
      subtitle={[recordTitle(vault, words, held), recordSubtitle(words, held)]
        .filter((part) => part !== '')
        .join(' · ')}
      backTo={PLACES.service(id)}
    >
      <Stack>
        {!isOpen ? (
          <Note tone="off">{words.t('service.linkNot')}</Note>
        ) : person !== undefined && vault.caseload.find(person) !== undefined ? (
          <>
            <PersonCard person={person} onChange={() => setPerson(undefined)} />
            <Button big icon={checkIcon} onClick={() => linkTo(person)}>
              {words.t('service.linkTo', { name: nameOfPerson(vault, words, person) })}
            </Button>
          </>
        ) : (
          <>
            <p>{words.t('service.linkText')}</p>
            <PersonPicker initialQuery={usefulQuery()} onPick={(personId) => void linkTo(personId)}>
              {(searched) => (
                <Card flat>
                  <RowList label={words.t('service.notRegistered')}>
                    <CardRow
                      icon={peopleIcon}
                      title={words.t('service.newPerson')}
                      subtitle={words.t('service.linkNewHint')}
                      onSelect={() => register(searched)}
                    />
                  </RowList>
                </Card>
              )}
            </PersonPicker>
          </>
        )}
      </Stack>
    </Screen>
  );

  /** The nickname, if anybody answers to it. */
  function usefulQuery(): string {
    const nickname = held && serviceFieldsOf(held).contact?.nickname;
    return nickname !== undefined && peopleIndexOf(vault).search(nickname, 1).length > 0 ? nickname : '';
  }
}
