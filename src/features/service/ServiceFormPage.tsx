import { useLayoutEffect, useState } from 'preact/hooks';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { contactIcon, peopleIcon, personPlusIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { FormShell } from '../form-shell.tsx';
import { useNewPerson } from '../new-person.ts';
import { NotHere } from '../not-here.tsx';
import { findLastStop, ownServices } from '../own-services.ts';
import { homeOf, PLACES, withPerson } from '../places.ts';
import { useRegistered } from '../registered-person.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { CorrectService } from './CorrectService.tsx';
import { habitsOf } from './habits.ts';
import { NoteFields } from './NoteFields.tsx';
import { OutcomeField } from './OutcomeField.tsx';
import { PersonCard } from './PersonCard.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { StopCard } from './StopCard.tsx';
import { startOfService } from './starting-fields.ts';
import { TypesField } from './TypesField.tsx';
import { useSubmit } from './use-submit.ts';

type ServiceFormPageProps = {
  /** The service to correct. */
  readonly id?: string | undefined;
  /** For whom a new one is; without a person, it is asked first. */
  readonly person?: string | undefined;
};

/** The form of a service, for a new one or over an existing one: which of them stands in the address. */
export function ServiceFormPage({ id, person }: ServiceFormPageProps) {
  const { vault, words } = useSession();
  if (id !== undefined) {
    const held = vault.caseload.find(id);
    if (held?.record.kind !== 'service') return <NotHere title={words.t('mine.title')} listPlace={PLACES.mine} />;
    return <CorrectService key={id} held={held} />;
  }
  const found = person === undefined ? undefined : vault.caseload.find(survivorIn(vault)(person))?.record;
  const isPerson = found?.kind === 'beneficiary' && !found.removed;
  return isPerson ? <NewService key={found.id} person={found.id} /> : <ChoosePerson isGone={person !== undefined} />;
}

function ChoosePerson({ isGone }: { readonly isGone: boolean }) {
  const { vault, words, go } = useSession();
  const choose = (id: string) => go(withPerson(PLACES.newService, id), { replace: true });
  const registered = useRegistered();
  useLayoutEffect(() => {
    if (registered !== undefined) choose(registered);
  }, []);
  return (
    <Screen title={words.t('service.newTitle')} backTo={homeOf(vault.actor.role)}>
      {isGone && <Note tone="wait">{words.t('service.personGone')}</Note>}
      <PersonPicker onPick={choose}>{(searched) => <OtherWays searched={searched} />}</PersonPicker>
    </Screen>
  );
}

function OtherWays({ searched }: { readonly searched: string }) {
  const { words, go } = useSession();
  const register = useNewPerson(PLACES.newService);
  return (
    <Card flat>
      <RowList label={words.t('service.otherWays')}>
        <CardRow
          icon={peopleIcon}
          title={words.t('service.groupTitle')}
          subtitle={words.t('service.groupHint')}
          onSelect={() => go(PLACES.newGroup, { replace: true })}
        />
        <CardRow
          icon={contactIcon}
          title={words.t('service.notRegistered')}
          subtitle={words.t('service.notRegisteredHint')}
          onSelect={() => go(PLACES.contact, { replace: true })}
        />
        <CardRow
          icon={personPlusIcon}
          title={words.t('service.newPerson')}
          subtitle={words.t('service.newPersonHint')}
          onSelect={() => register(searched)}
        />
      </RowList>
    </Card>
  );
}

function NewService({ person }: { readonly person: string }) {
  const { vault, words, today, now, go } = useSession();
  const [{ habits, stop, time }] = useState(() => {
    const services = ownServices(vault);
    return { habits: habitsOf(services), stop: findLastStop(services), time: words.formatTime(now()) };
  });
  const form = useRecordForm({
    draftKey: DRAFT_KEYS.newService(person),
    kind: 'service',
    initial: startOfService({ today: today(), time, stop }, person),
  });
  const { submit, isSaving } = useSubmit(form, PLACES.person(person));
  return (
    <Screen task title={words.t('service.newTitle')} backTo={homeOf(vault.actor.role)}>
      <FormShell form={form} saveLabel={words.t('verb.save')} isSaving={isSaving} onSubmit={() => void submit()}>
        <PersonCard person={person} onChange={() => go(PLACES.newService, { replace: true })} />
        <StopCard form={form} habits={habits} asksPlace={stop?.date !== today()} />
        <TypesField form={form} habits={habits} />
        <OutcomeField form={form} />
        <NoteFields form={form} />
      </FormShell>
    </Screen>
  );
}
