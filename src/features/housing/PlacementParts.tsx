import type { CaseRecord } from '../../device/open-vault.ts';
import { HOUSEHOLD_SIZE_MAX } from '../../domain/kinds/placement.ts';
import { isStageReached } from '../../domain/kinds/placement-stages.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindField, bindText, numberOf } from '../field-values.ts';
import { PersonField } from '../person-field.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RestrictedField } from '../restricted-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { ExitFields, HomeFields } from './HomeFields.tsx';
import { HouseholdRow } from './HouseholdRow.tsx';
import { type FormPart, findStage, isPartOfStep, isPartShown } from './placement-form.ts';
import { MeasuresField, StageFields } from './StageFields.tsx';

type PlacementPartsProps = {
  readonly form: RecordForm;
  readonly existing: CaseRecord | undefined;
  /** One came to take the next step, not to look at everything. */
  readonly isStep: boolean;
};

/** The parts of the form in the order of the pathway: what the stage asks for is open, the rest waits under "more". */
export function PlacementParts({ form, existing, isStep }: PlacementPartsProps) {
  const { words } = useSession();
  const { t } = words;
  const stage = findStage(form.values.stage);
  const isWrong = (field: string): boolean => form.typedIn(field) !== undefined || form.problemOf(field) !== undefined;
  const isFilledOrWrong = (field: string): boolean => form.values[field] !== undefined || isWrong(field);
  const isShown = (part: FormPart): boolean =>
    isStep ? isPartOfStep(part, stage, isWrong) : isPartShown(part, stage, isFilledOrWrong);
  const hasMovedIn = stage !== undefined && isStageReached(stage, 'INSE');
  const agreement = <RecordDateField form={form} kind="placement" field="agreementDate" />;
  const home = <HomeFields form={form} hasMovedIn={hasMovedIn} />;
  const exit = <ExitFields form={form} />;
  const start = (
    <>
      <MeasuresField form={form} />
      <RecordDateField form={form} kind="placement" field="referralDate" hinted />
    </>
  );
  const isStartFolded = isStep && !['measures', 'referralDate'].some(isWrong);
  const isExitFolded = !isShown('exit') && stage !== undefined && isStageReached(stage, 'USCI');
  const other = form.problemOf('beneficiary')?.other;
  const isMoreWrong = ['householdSize', 'restrictedNote'].some((field) => form.problemOf(field) !== undefined);
  return (
    <>
      <Card>
        <Stack>
          <PersonField form={form} kind="placement" label={t('housing.person')}>
            {other !== undefined && <a href={PLACES.placement(other)}>{t('housing.openOtherPlacement')}</a>}
          </PersonField>
          <HouseholdRow form={form} />
          <StageFields form={form} existing={existing} />
          {!isStartFolded && start}
          {isShown('agreement') && agreement}
        </Stack>
      </Card>
      {isShown('home') && (
        <Card title={t('housing.home')}>
          <Stack>{home}</Stack>
        </Card>
      )}
      {isShown('exit') && (
        <Card title={t('housing.exit')}>
          <Stack>{exit}</Stack>
        </Card>
      )}
      <Card>
        <Disclosure label={t('record.moreFields')} open={isMoreWrong}>
          <Stack>
            {isStartFolded && start}
            <Stepper
              {...bindField(words, form, 'placement', 'householdSize')}
              value={numberOf(form.values.householdSize)}
              onInput={(value) => form.set('householdSize', value)}
              min={1}
              max={HOUSEHOLD_SIZE_MAX}
              lessLabel={t('housing.householdLess')}
              moreLabel={t('housing.householdMore')}
            />
            {!isShown('agreement') && agreement}
            {!isShown('home') && home}
            {isExitFolded && exit}
            <RestrictedField kind="placement" existing={existing} field="restrictedNote">
              {(restricted) => (
                <TextArea
                  {...bindText(words, form, 'placement', 'restrictedNote')}
                  {...restricted}
                  maxLength={NOTE_LENGTH_MAX}
                />
              )}
            </RestrictedField>
          </Stack>
        </Disclosure>
      </Card>
    </>
  );
}
