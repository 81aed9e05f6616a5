import { useEffect } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { useConflictCheck } from '../conflict-check.tsx';
import { FormTrouble, useProblemFocus } from '../form-trouble.tsx';
import { presentMembers } from '../household-records.ts';
import { placementFieldsOf } from '../housing-path.ts';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { ResumedNote } from '../resumed-note.tsx';
import { ReturnBanner } from '../return-banner.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useFormSubmit } from '../use-form-submit.ts';
import { useRecordForm } from '../use-record-form.ts';
import { PlacementParts } from './PlacementParts.tsx';
import {
  findStage,
  householdPlacementFields,
  newPlacementFields,
  PLACEMENT_DRAFT_KEYS,
  stepChanges,
  stepFields,
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
    beside: (recordId, base, values) => stepChanges(recordId, base, values, { newId, today: today() }),
  });
  // A correction that was begun before goes on, and still takes the step that was asked for now.
  useEffect(() => {
    if (form.isResumed && nextStep !== undefined && form.values.stage === recorded.stage) form.setMany(forStep);
  }, []);
  const element = useProblemFocus(form);
  const isReturned = existing?.record.review.state === 'returned';
  const newBackTo = household === undefined ? PLACES.housing : PLACES.household(household);
  const backTo = id === undefined ? newBackTo : PLACES.placement(id);
  const { submit, answer, writeAnswer } = useFormSubmit({
    form,
    isReturned,
    answerKey: PLACEMENT_DRAFT_KEYS.answer(id ?? ''),
    backTo,
  });
  const conflicts = useConflictCheck(form, submit);

  return (
    <Screen
      task
      title={t(id === undefined ? 'housing.new' : nextStep === undefined ? 'housing.correct' : 'housing.next')}
      subtitle={existing && recordTitle(vault, words, existing)}
      backTo={backTo}
    >
      <form ref={element} onSubmit={conflicts.submit} autoComplete="off" noValidate>
        {existing && <ReturnBanner held={existing} hasAction={false} />}
        <FormTrouble form={form} />
        <ResumedNote form={form} />
        <PlacementParts form={form} existing={existing} isStep={nextStep !== undefined} />
        {conflicts.note}
        {isReturned && (
          <Card>
            <TextArea
              label={t('record.answer')}
              hint={t('record.answerHint')}
              value={answer}
              onInput={writeAnswer}
              maxLength={NOTE_LENGTH_MAX}
            />
          </Card>
        )}
        <ActionBar>
          <Button type="submit" big icon={checkIcon}>
            {t(isReturned ? 'record.saveAndSend' : 'verb.save')}
          </Button>
        </ActionBar>
      </form>
    </Screen>
  );

  function draftKey(): string {
    if (id !== undefined) return PLACEMENT_DRAFT_KEYS.editPlacement(id);
    return household === undefined
      ? PLACEMENT_DRAFT_KEYS.newPlacement(person)
      : PLACEMENT_DRAFT_KEYS.newHouseholdPlacement(household);
  }
}
