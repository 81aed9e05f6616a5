import { HOUSEHOLD_ROLES } from '../../domain/lists/household-roles.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { bindField } from '../field-values.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

/** Who somebody is in the household; what nobody said stays open. */
export function RoleField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  return (
    <ChoiceChips
      label={words.t('households.roleQuestion')}
      error={bindField(words, form, 'household-member', 'role').error}
      value={HOUSEHOLD_ROLES.find((role) => role === form.values.role)}
      onInput={(role) => form.set('role', role)}
      choices={HOUSEHOLD_ROLES.map((value) => ({ value, label: words.list('householdRole', value) }))}
    />
  );
}
