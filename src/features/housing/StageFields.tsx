import type { CaseRecord } from '../../device/open-vault.ts';
import { HOUSING_MEASURES } from '../../domain/lists/housing-measures.ts';
import { STAGES } from '../../domain/lists/stages.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindField, bindText, listOf, listToValue } from '../field-values.ts';
import { placementFieldsOf } from '../housing-path.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { asksStepDate, findStage, moveToStage, needsReason, waitAtStage } from './placement-form.ts';

type StageFieldsProps = { readonly form: RecordForm; readonly existing: CaseRecord | undefined };

/** How far along; a jump or a step back asks why at once, not after saving. */
export function StageFields({ form, existing }: StageFieldsProps) {
  const { words, today } = useSession();
  const { t } = words;
  const recorded = existing === undefined ? {} : placementFieldsOf(existing);
  const stage = findStage(form.values.stage);
  const asksWhy = needsReason(findStage(recorded.stage), stage) || form.problemOf('stageReason') !== undefined;
  return (
    <>
      <ChoiceChips
        label={t('housing.stageQuestion')}
        error={bindField(words, form, 'placement', 'stage').error}
        value={stage}
        onInput={(next) =>
          next !== undefined &&
          form.setMany({
            ...moveToStage(recorded, form.values, next),
            ...waitAtStage(recorded, next),
            date: asksStepDate(recorded, next) ? (form.values.date ?? today()) : undefined,
          })
        }
        choices={STAGES.map((value) => ({ value, label: words.list('stage', value) }))}
      />
      {asksStepDate(recorded, stage) && (
        <RecordDateField form={form} kind="stage-step" field="date" label={t('housing.stepDate')} hinted />
      )}
      {asksWhy && (
        <TextArea
          {...bindText(words, form, 'placement', 'stageReason')}
          label={t('housing.stageWhy')}
          hint={t('housing.stageWhyHint')}
          rows={2}
          maxLength={NOTE_LENGTH_MAX}
        />
      )}
    </>
  );
}

/** The measures most cities use stand open; the rest is one tap away. */
const USUAL_MEASURES = ['ATMP', 'COHO', 'RCAS', 'MEDI', 'LOCA', 'ACCA'] as const;

export function MeasuresField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const choiceOf = (value: (typeof HOUSING_MEASURES)[number]) => ({
    value,
    label: words.list('housingMeasure', value),
  });
  const chosen = listOf(form.values.measures);
  return (
    <ChoiceChips
      label={words.t('housing.measuresQuestion')}
      error={bindField(words, form, 'placement', 'measures').error}
      many
      value={HOUSING_MEASURES.filter((code) => chosen.includes(code))}
      onInput={(codes) => form.set('measures', listToValue(codes))}
      choices={USUAL_MEASURES.map(choiceOf)}
      rest={HOUSING_MEASURES.filter((code) => !USUAL_MEASURES.some((usual) => usual === code)).map(choiceOf)}
      moreLabel={words.t('verb.other')}
    />
  );
}
