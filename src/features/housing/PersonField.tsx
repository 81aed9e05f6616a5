import { useState } from 'preact/hooks';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { FieldWords } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { personIcon, plusIcon, searchIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, stringOf } from '../field-values.ts';
import { peopleIndexOf } from '../people-index.ts';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

/** As many as fit under the field without scrolling; who is not among them needs one letter more. */
const OFFERED_MAX = 6;

/** For whom the placement is: the chosen person, or a search with the most recent people below. */
export function PersonField({ form }: { readonly form: RecordForm }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { error } = bindField(words, form, 'placement', 'beneficiary');
  const person = vault.caseload.find(stringOf(form.values.beneficiary) ?? '');
  const other = form.problemOf('beneficiary')?.other;
  if (person === undefined) return <PersonSearch form={form} error={error} />;
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <Card flat>
        <RowList label={t('housing.person')}>
          <CardRow
            icon={personIcon}
            title={recordTitle(vault, words, person)}
            subtitle={recordSubtitle(words, person)}
            mark={
              <TextButton name={t('housing.changePersonName')} onClick={() => form.set('beneficiary', undefined)}>
                {t('housing.changePerson')}
              </TextButton>
            }
          />
        </RowList>
      </Card>
      <FieldWords id="placement-person" error={error} />
      {other !== undefined && <a href={PLACES.placement(other)}>{t('housing.openOtherPlacement')}</a>}
    </div>
  );
}

function PersonSearch({ form, error }: { readonly form: RecordForm; readonly error: string | undefined }) {
  const { vault, words } = useSession();
  const { t } = words;
  const [text, setText] = useState('');
  const isSearching = text.trim() !== '';
  const found = isSearching
    ? peopleIndexOf(vault)
        .search(text, OFFERED_MAX)
        .flatMap(({ id }) => vault.caseload.find(id) ?? [])
    : vault.caseload.ofKind('beneficiary').slice(0, OFFERED_MAX);
  return (
    <Stack>
      <TextField
        type="search"
        label={t('housing.person')}
        hint={t('housing.searchPerson')}
        error={error}
        value={text}
        onInput={setText}
        suffix={<Icon icon={searchIcon} />}
      />
      <p class={found.length === 0 ? 'soft' : 'sr-only'} role="status">
        {isSearching && found.length === 0 ? t('housing.noPerson') : ''}
      </p>
      {found.length > 0 && (
        <Card flat title={t(isSearching ? 'housing.foundPeople' : 'housing.recentPeople')}>
          <RowList>
            {found.map((held) => (
              <CardRow
                key={held.record.id}
                title={recordTitle(vault, words, held)}
                subtitle={recordSubtitle(words, held)}
                onSelect={() => form.set('beneficiary', held.record.id)}
              />
            ))}
          </RowList>
        </Card>
      )}
      <LinkButton href={PLACES.newPerson} variant="quiet" icon={plusIcon}>
        {t('housing.newPerson')}
      </LinkButton>
    </Stack>
  );
}
