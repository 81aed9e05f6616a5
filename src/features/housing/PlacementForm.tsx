import { useEffect } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { useConflictCheck } from '../conflict-check.tsx';
import { presentMembers } from '../household-records.ts';
import { placementFieldsOf } from '../housing-path.ts';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { PlacementParts } from './PlacementParts.tsx';
import {
  findStage,
  householdPlacementFields,
  newPlacementFields,
  PLACEMENT_DRAFT_KEYS,
  stepChanges,
  stepFields,
  withoutStepDate,
} from './placement-form.ts';

type PlacementFormProps = {
  readonly existing: CaseRecord | undefined;
  readonly person: string | undefined;
  readonly household: string | undefined;
  readonly step: string | undefined;
};

export function PlacementForm({ existing, person, household, step }: PlacementFormProps) {
  const { vault, words, today, newId } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const recorded = existing === undefined ? {} : placementFieldsOf(existing);
  const nextStep = findStage(step);
  const forStep = nextStep === undefined ? {} : stepFields(recorded, nextStep, today());
  const members = household === undefined ? [] : presentMembers(vault, household, today());
  const form = useRecordForm({
    draftKey: draftKey(),
    kind: 'placement',
    existing,
    initial:
      id === undefined
        ? { ...newPlacementFields(person, today()), ...householdPlacementFields(household, members) }
        : forStep,
    tidy: withoutStepDate,
    beside: (recordId, base, values) => stepChanges(recordId, base, values, { newId, today: today() }),
  });
  // A correction that was begun before goes on, and still takes the step that was asked for now.
  useEffect(() => {
    if (form.isResumed && nextStep !== undefined && form.values.stage === recorded.stage) form.setMany(forStep);
  }, []);
  const newBackTo = household === undefined ? PLACES.housing : PLACES.household(household);
  const conflicts = useConflictCheck(form);

  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'housing.new' : nextStep === undefined ? 'housing.correct' : 'housing.next')}
      backTo={id === undefined ? newBackTo : PLACES.placement(id)}
      ask={conflicts.ask}
    >
      <PlacementParts form={form} existing={existing} isStep={nextStep !== undefined} />
      {conflicts.note}
    </RecordFormFrame>
  );

  function draftKey(): string {
    if (id !== undefined) return PLACEMENT_DRAFT_KEYS.editPlacement(id);
    return household === undefined
      ? PLACEMENT_DRAFT_KEYS.newPlacement(person)
      : PLACEMENT_DRAFT_KEYS.newHouseholdPlacement(household);
  }
}
