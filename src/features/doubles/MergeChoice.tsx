import type { CaseRecord } from '../../device/open-vault.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { MergeRow, MergeSide } from '../../domain/merge-fields.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { useSession } from '../session.ts';

type MergeChoiceProps = {
  readonly row: MergeRow;
  readonly kept: CaseRecord;
  readonly other: CaseRecord;
  readonly side: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
};

/** One thing in which two records differ. A restricted one is chosen by its record, and read only by a tap that is logged. */
export function MergeChoice({ row, kept, other, side, onChoose }: MergeChoiceProps) {
  const { words } = useSession();
  const isRestricted = KINDS.get('beneficiary')?.classes[row.name] === 'restricted';
  const label = row.fields.length > 1 ? words.t('people.birth') : fieldLabel(words, 'beneficiary', row.name);
  const textOf = (one: MergeSide): string => {
    if (one === 'both') return words.t('doubles.both');
    if (isRestricted) return words.t(one === 'kept' ? 'doubles.ofKept' : 'doubles.ofOther');
    return valuesToText(one === 'kept' ? kept : other) || words.t('record.notWritten');
  };
  return (
    <div>
      <ChoiceChips
        label={label}
        value={side}
        choices={row.sides.map((one) => ({ value: one, label: textOf(one) }))}
        // Tapping the chosen one again takes nothing back: one of them has to hold.
        onInput={(one) => one !== undefined && onChoose(one)}
      />
      {isRestricted && (
        <p class="small">
          {words.t('doubles.ofKept')}: <RestrictedValue held={kept} field={row.name} /> · {words.t('doubles.ofOther')}:{' '}
          <RestrictedValue held={other} field={row.name} />
        </p>
      )}
    </div>
  );

  function valuesToText({ record }: CaseRecord): string {
    return row.fields
      .flatMap((field) => fieldValueToText(words, 'beneficiary', field, record.fields[field], () => '') ?? [])
      .join(' · ');
  }
}
