import { SHORT_TEXT_LENGTH_MAX } from '../domain/primitives.ts';
import { Combo } from '../ui/Combo.tsx';
import { TextField } from '../ui/TextField.tsx';
import {
  dwellingFieldsOf,
  dwellingsOf,
  findDwelling,
  isClosed,
  movingDate,
  rentAfterMove,
} from './dwelling-records.ts';
import { bindField, bindText, numberOf, stringOf } from './field-values.ts';
import { RecordDateField } from './record-date-field.tsx';
import { recordSubtitle, recordTitle } from './record-words.ts';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';

/** Where a household is placed: a dwelling of the register, or in words what is not in it. */
export function DwellingField({ form }: { readonly form: RecordForm }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const chosen = stringOf(form.values.dwellingId);
  const dwellings = dwellingsOf(vault).filter(
    (held) => held.record.id === chosen || !isClosed(dwellingFieldsOf(held), today()),
  );
  const asksDwelling = dwellings.length > 0 || chosen !== undefined;
  return (
    <>
      {asksDwelling && (
        <Combo
          {...bindField(words, form, 'placement', 'dwellingId')}
          options={dwellings.map((held) => ({
            value: held.record.id,
            label: recordTitle(vault, words, held),
            search: recordSubtitle(words, held),
          }))}
          value={chosen}
          nothingFound={t('dwellings.noneSuch')}
          onInput={(id) => form.setMany(moveTo(id))}
        />
      )}
      {form.values.dwellingFromDate !== undefined && (
        <RecordDateField form={form} kind="placement" field="dwellingFromDate" future />
      )}
      {(chosen === undefined || form.values.dwelling !== undefined) && (
        <TextField
          {...bindText(words, form, 'placement', 'dwelling')}
          {...(asksDwelling && { label: t('dwellings.elsewhere') })}
          maxLength={SHORT_TEXT_LENGTH_MAX}
        />
      )}
    </>
  );

  /** The rent is what the register says, as long as nobody wrote another one. A reason to stay was given for the dwelling before. */
  function moveTo(id: string | undefined): Record<string, string | number | undefined> {
    const found = findDwelling(vault, id);
    const people = numberOf(form.values.householdSize) ?? 1;
    const before = findDwelling(vault, chosen);
    const rentCents = rentAfterMove(numberOf(form.values.rentCents), before, found, people);
    const from = movingDate(vault.caseload.find(form.recordId), id, today());
    return { dwellingId: id, dwellingFromDate: from, rentCents, overPlacesReason: undefined };
  }
}
