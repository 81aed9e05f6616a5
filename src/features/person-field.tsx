import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { CardRow } from '../ui/CardRow.tsx';
import { ChosenRow } from '../ui/ChosenRow.tsx';
import { FieldWords } from '../ui/Field.tsx';
import { personIcon, plusIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Stack } from '../ui/Stack.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { bindField, stringOf } from './field-values.ts';
import { useNewPerson } from './new-person.ts';
import { peopleIndexOf } from './people-index.ts';
import { recordSubtitle, recordTitle } from './record-words.ts';
import { useSession } from './session.ts';
import { survivorIn } from './survivor.ts';
import type { RecordForm } from './use-record-form.ts';

/** As many as fit under the field without scrolling; who is not among them needs one letter more. */
const OFFERED_MAX = 6;

type PersonFieldProps = {
  readonly form: RecordForm;
  /** Kind of the record whose `beneficiary` is chosen. */
  readonly kind: string;
  readonly label: string;
  /** What stands under the chosen person, such as the way to what is in the way. */
  readonly children?: ComponentChildren;
};

/** For whom a record is: the chosen person, or a search with the most recent people below, or somebody new, with whom the form goes on. */
export function PersonField({ form, kind, label, children }: PersonFieldProps) {
  const { vault, words, address } = useSession();
  const { t } = words;
  const register = useNewPerson(address);
  const { error } = bindField(words, form, kind, 'beneficiary');
  const person = vault.caseload.find(survivorIn(vault)(stringOf(form.values.beneficiary) ?? ''));
  if (person === undefined) {
    return <PersonSearch label={label} error={error} onPick={(id) => form.set('beneficiary', id)} onNew={register} />;
  }
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <ChosenRow
        label={label}
        icon={personIcon}
        title={recordTitle(vault, words, person)}
        subtitle={recordSubtitle(words, person)}
        change={
          <TextButton name={t('person.changeName')} onClick={() => form.set('beneficiary', undefined)}>
            {t('person.change')}
          </TextButton>
        }
      />
      <FieldWords id={`${kind}-person`} error={error} />
      {children}
    </div>
  );
}

type PersonSearchProps = {
  readonly label: string;
  readonly error?: string | undefined;
  /** Who is not looked for. */
  readonly except?: string;
  readonly onPick: (personId: string) => void;
  /** Who is nobody of them is registered, with the words that were searched for; left out where only known people are meant. */
  readonly onNew?: (searched: string) => void;
};

/** A search with who may be meant below; it stands inside a card. */
export function PersonSearch({ label, error, except, onPick, onNew }: PersonSearchProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const [text, setText] = useState('');
  const listId = useId();
  const isSearching = text.trim() !== '';
  const people = isSearching
    ? peopleIndexOf(vault)
        .search(text, OFFERED_MAX + 1)
        .flatMap(({ id }) => vault.caseload.find(id) ?? [])
    : vault.caseload.ofKind('beneficiary').slice(0, OFFERED_MAX + 1);
  const found = people.filter(({ record }) => record.id !== except).slice(0, OFFERED_MAX);
  return (
    <Stack>
      <TextField type="search" label={label} hint={t('person.search')} error={error} value={text} onInput={setText} />
      <p class={found.length === 0 ? 'soft' : 'sr-only'} role="status">
        {isSearching && found.length === 0 ? t('person.nobody') : ''}
      </p>
      {found.length > 0 && (
        <div>
          <p class="eyebrow" id={listId}>
            {t(isSearching ? 'person.found' : 'person.recent')}
          </p>
          <RowList inset labelledBy={listId}>
            {found.map((held) => (
              <CardRow
                key={held.record.id}
                title={recordTitle(vault, words, held)}
                subtitle={recordSubtitle(words, held)}
                onSelect={() => onPick(held.record.id)}
              />
            ))}
          </RowList>
        </div>
      )}
      {onNew && (
        <Button variant="quiet" icon={plusIcon} onClick={() => onNew(text)}>
          {t('person.new')}
        </Button>
      )}
    </Stack>
  );
}
