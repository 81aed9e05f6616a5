import { useState } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindText } from '../field-values.ts';
import { FormShell } from '../form-shell.tsx';
import { presentMembers } from '../household-records.ts';
import { findLastStop, ownServices } from '../own-services.ts';
import { homeOf, PLACES } from '../places.ts';
import { nameOfPerson } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { useSaved } from '../use-save.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { GroupPeople } from './GroupPeople.tsx';
import { groupChanges, groupSizeOf } from './group-changes.ts';
import { habitsOf } from './habits.ts';
import { StopCard } from './StopCard.tsx';
import { startOfGroup, startOfHousehold } from './starting-fields.ts';
import { TypesField } from './TypesField.tsx';

/** The same service for everybody at a desk or on a bus, in one save. What is only one person's (how it went, a restricted note) is not asked. */
export function GroupFormPage({ household }: { readonly household?: string | undefined }) {
  const { vault, words, today, now, newId, back } = useSession();
  const backTo = household === undefined ? homeOf(vault.actor.role) : PLACES.household(household);
  const members =
    household === undefined ? [] : presentMembers(vault, household, today()).map(({ personId }) => personId);
  const [{ habits, stop, time }] = useState(() => {
    const services = ownServices(vault);
    return { habits: habitsOf(services), stop: findLastStop(services), time: words.formatTime(now()) };
  });
  const form = useRecordForm({
    draftKey: household === undefined ? DRAFT_KEYS.newGroup : DRAFT_KEYS.newHouseholdService(household),
    kind: 'service',
    initial: { ...startOfGroup({ today: today(), time, stop }), ...startOfHousehold(household, members) },
  });
  const saved = useSaved();
  const [isSaving, setIsSaving] = useState(false);
  const size = groupSizeOf(form.values);

  async function submit(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const answer = await form.saveAs((recordId, values) => groupChanges(recordId, values, newId));
    setIsSaving(false);
    const [first, ...others] = answer.ok ? answer.value : [];
    if (first === undefined) return;
    saved(first, ...others);
    back(backTo);
  }

  return (
    <Screen
      task
      title={words.t(household === undefined ? 'service.groupTitle' : 'households.newService')}
      subtitle={household && nameOfPerson(vault, words, household)}
      backTo={backTo}
    >
      <FormShell
        form={form}
        saveLabel={size === 0 ? words.t('verb.save') : words.t('service.saveFor', { n: size })}
        isSaving={isSaving}
        onSubmit={() => void submit()}
      >
        <StopCard form={form} habits={habits} asksPlace={stop === undefined} />
        <TypesField form={form} habits={habits} />
        <GroupPeople form={form} members={members} />
        <Disclosure label={words.t('service.notes')} open={form.values.note !== undefined}>
          <TextArea
            {...bindText(words, form, 'service', 'note')}
            hint={words.t('service.groupNoteHint')}
            maxLength={NOTE_LENGTH_MAX}
          />
        </Disclosure>
      </FormShell>
    </Screen>
  );
}
