import { DEPOSIT_MEASURE } from '../../domain/kinds/contribution.ts';
import { CONTRIBUTION_STATES } from '../../domain/lists/contribution-states.ts';
import { HOUSING_MEASURES } from '../../domain/lists/housing-measures.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CentsField } from '../cents-field.tsx';
import { bindField, bindText, numberOf, stringOf } from '../field-values.ts';
import { afterNewMeasure, writtenCents } from '../money-records.ts';
import { MonthField } from '../month-field.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { ceilingFor } from '../with-ceiling.ts';

const KIND = 'contribution';
/** Under which most money is paid; the rest is one tap away. */
const USUAL_MEASURES = ['LOCA', 'CAUZ', 'UTEN', 'ECON'] as const;

type ContributionFieldsProps = { readonly form: RecordForm; readonly isNew: boolean };

/** What for, for which month, how much, and whether it was paid; the reason is asked as soon as the ceiling is passed. */
export function ContributionFields({ form, isNew }: ContributionFieldsProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { values } = form;
  const other = form.problemOf('amountCents')?.rule === 'ContributionTwice' ? form.problemOf('amountCents') : undefined;
  const setWithCeiling = (changed: Readonly<Record<string, string | number | undefined>>) =>
    form.setMany({ ...changed, ...ceilingFor(vault, { ...values, ...changed }) });
  return (
    <>
      <Card>
        <Stack>
          <MeasureField
            form={form}
            onInput={(measure) =>
              setWithCeiling(isNew ? afterNewMeasure(vault, values, measure, today()) : { measure })
            }
          />
          <MonthField
            {...bindField(words, form, KIND, 'month')}
            value={stringOf(values.month)}
            onInput={(month) => setWithCeiling({ month })}
          />
          <CentsField form={form} kind={KIND} field="amountCents" hint={useCeilingHint(form)} />
          {other?.other !== undefined && <a href={PLACES.contribution(other.other)}>{t('money.openOther')}</a>}
          <ReasonField form={form} />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <StateField form={form} />
          {(values.state === 'PAGA' || form.problemOf('paidDate') !== undefined) && (
            <RecordDateField form={form} kind={KIND} field="paidDate" hinted />
          )}
          <TextField
            {...bindText(words, form, KIND, 'reference')}
            hint={t('money.referenceHint')}
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
        </Stack>
      </Card>
      {!isNew && values.measure === DEPOSIT_MEASURE && values.state === 'PAGA' && <ReturnCard form={form} />}
      <Card>
        <Disclosure label={t('record.moreFields')} open={form.problemOf('note') !== undefined}>
          <TextArea {...bindText(words, form, KIND, 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
        </Disclosure>
      </Card>
    </>
  );
}

function MeasureField({ form, onInput }: { readonly form: RecordForm; readonly onInput: (code?: string) => void }) {
  const { words } = useSession();
  const choiceOf = (value: (typeof HOUSING_MEASURES)[number]) => ({
    value,
    label: words.list('housingMeasure', value),
  });
  return (
    <ChoiceChips
      {...bindField(words, form, KIND, 'measure')}
      value={HOUSING_MEASURES.find((code) => code === form.values.measure)}
      onInput={onInput}
      choices={USUAL_MEASURES.map(choiceOf)}
      rest={HOUSING_MEASURES.filter((code) => !USUAL_MEASURES.some((usual) => usual === code)).map(choiceOf)}
      moreLabel={words.t('verb.other')}
    />
  );
}

/** "Tetto 300 € al mese, 200 € già scritti" */
function useCeilingHint({ values, recordId }: RecordForm): string | undefined {
  const { vault, words } = useSession();
  const ceilingCents = numberOf(values.ceilingCents);
  const written = writtenCents(vault, values, recordId);
  const money = words.formatMoney(written);
  if (ceilingCents === undefined) return written > 0 ? words.t('money.written', { money }) : undefined;
  const ceiling = words.formatMoney(ceilingCents);
  return written > 0 ? words.t('money.ceilingAndWritten', { ceiling, money }) : words.t('money.ceiling', { ceiling });
}

function ReasonField({ form }: { readonly form: RecordForm }) {
  const { vault, words } = useSession();
  const { values, recordId } = form;
  const ceilingCents = numberOf(values.ceilingCents);
  const sumCents = writtenCents(vault, values, recordId) + (numberOf(values.amountCents) ?? 0);
  const isOver = ceilingCents !== undefined && sumCents > ceilingCents;
  const isAsked = isOver || values.overCeilingReason !== undefined || form.problemOf('overCeilingReason') !== undefined;
  if (!isAsked) return null;
  return (
    <TextArea
      {...bindText(words, form, KIND, 'overCeilingReason')}
      hint={words.t('money.reasonHint')}
      rows={2}
      maxLength={NOTE_LENGTH_MAX}
    />
  );
}

/** Paid is paid today, unless the person says otherwise; planned has no day. */
function StateField({ form }: { readonly form: RecordForm }) {
  const { words, today } = useSession();
  return (
    <ChoiceChips
      {...bindField(words, form, KIND, 'state')}
      value={CONTRIBUTION_STATES.find((code) => code === form.values.state)}
      onInput={(state) =>
        state !== undefined &&
        form.setMany({ state, paidDate: state === 'PAGA' ? (form.values.paidDate ?? today()) : undefined })
      }
      choices={CONTRIBUTION_STATES.map((value) => ({ value, label: words.list('contributionState', value) }))}
    />
  );
}

function ReturnCard({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  return (
    <Card title={words.t('money.return')}>
      <Stack>
        <CentsField form={form} kind={KIND} field="returnedCents" />
        <RecordDateField form={form} kind={KIND} field="returnedDate" hinted />
      </Stack>
    </Card>
  );
}
