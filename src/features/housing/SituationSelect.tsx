import { findEthosSituation, LIVING_SITUATIONS } from '../../domain/lists/living-situations.ts';
import { Select } from '../../ui/Select.tsx';
import { bindField } from '../field-values.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

type SituationSelectProps = { readonly form: RecordForm; readonly kind: string; readonly field: string };

/** Where somebody lives, in the four groups of ETHOS and with its code, as the reports want it. */
export function SituationSelect({ form, kind, field }: SituationSelectProps) {
  const { words } = useSession();
  const { t } = words;
  return (
    <Select
      {...bindField(words, form, kind, field)}
      value={LIVING_SITUATIONS.find((code) => code === form.values[field])}
      onInput={(value) => form.set(field, value)}
      emptyLabel={t('record.choose')}
      options={LIVING_SITUATIONS.map((value) => {
        const ethos = findEthosSituation(value);
        const label = words.list('livingSituation', value);
        return {
          value,
          label: ethos === undefined ? label : `${ethos.ethosCode} ${label}`,
          group: ethos === undefined ? t('housing.situationOther') : words.list('ethosCategory', ethos.category),
        };
      })}
    />
  );
}
