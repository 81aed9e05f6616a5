import type { CaseRecord } from '../../device/open-vault.ts';
import { FOLLOW_UPS } from '../../domain/lists/follow-ups.ts';
import { MEETING_WAYS } from '../../domain/lists/housing-months.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText } from '../field-values.ts';
import { FormOfPlacement, type FormOfPlacementProps, PageOfPlacement } from '../of-placement.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { RestrictedCard } from '../restricted-card.tsx';
import { RestrictedField } from '../restricted-field.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { SituationSelect } from './SituationSelect.tsx';

const KIND = 'exit-follow-up';

/** How a household lived three or six months after its exit. */
export const FollowUpPage = ({ id }: { readonly id: string }) => (
  <PageOfPlacement kind={KIND} id={id}>
    {(held) => <RestrictedCard held={held} field="restrictedNote" />}
  </PageOfPlacement>
);

/** Which of the two. */
type WhichFollowUp = { readonly after?: string | undefined };

/** Writes a follow-up of an exit, or corrects the one with `id`. */
export const FollowUpFormPage = ({ after, ...asked }: FormOfPlacementProps & WhichFollowUp) => (
  <FormOfPlacement kind={KIND} {...asked}>
    {(found) => <FollowUpForm {...found} after={after} />}
  </FormOfPlacement>
);

type FollowUpFormProps = {
  readonly existing: CaseRecord | undefined;
  readonly placement: CaseRecord;
} & WhichFollowUp;

function FollowUpForm({ existing, placement, after }: FollowUpFormProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const placementId = placement.record.id;
  const asked = FOLLOW_UPS.find((code) => code === after);
  const form = useRecordForm({
    draftKey: id === undefined ? `follow-up:new:${placementId}:${after ?? ''}` : `follow-up:edit:${id}`,
    kind: KIND,
    existing,
    initial:
      id === undefined
        ? { placement: placementId, date: today(), metBy: vault.actor.name, ...(asked && { after: asked }) }
        : undefined,
  });
  const other = form.problemOf('after')?.other;
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'path.newFollowUp' : 'path.correctFollowUp')}
      subtitle={recordTitle(vault, words, placement)}
      backTo={id === undefined ? PLACES.placement(placementId) : PLACES.followUp(id)}
    >
      <Card>
        <Stack>
          <ChoiceChips
            {...bindField(words, form, KIND, 'after')}
            value={FOLLOW_UPS.find((code) => code === form.values.after)}
            onInput={(code) => form.set('after', code)}
            choices={FOLLOW_UPS.map((value) => ({ value, label: words.list('followUp', value) }))}
          />
          {other !== undefined && <a href={PLACES.followUp(other)}>{t('path.openOther')}</a>}
          <RecordDateField form={form} kind={KIND} field="date" hinted />
          <SituationSelect form={form} kind={KIND} field="situation" />
          <ChoiceChips
            {...bindField(words, form, KIND, 'metHow')}
            value={MEETING_WAYS.find((code) => code === form.values.metHow)}
            onInput={(code) => form.set('metHow', code)}
            choices={MEETING_WAYS.map((value) => ({ value, label: words.list('meetingWay', value) }))}
          />
          <TextField
            {...bindText(words, form, KIND, 'metBy')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <TextArea {...bindText(words, form, KIND, 'note')} rows={2} maxLength={NOTE_LENGTH_MAX} />
          <RestrictedField kind={KIND} existing={existing} field="restrictedNote">
            {(restricted) => (
              <TextArea
                {...bindText(words, form, KIND, 'restrictedNote')}
                {...restricted}
                maxLength={NOTE_LENGTH_MAX}
              />
            )}
          </RestrictedField>
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
