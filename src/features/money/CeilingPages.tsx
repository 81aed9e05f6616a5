import type { CaseRecord } from '../../device/open-vault.ts';
import { monthOf } from '../../domain/calendar.ts';
import { HOUSING_MEASURES } from '../../domain/lists/housing-measures.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { CentsField } from '../cents-field.tsx';
import { FactsPage } from '../facts-page.tsx';
import { bindField, bindText, stringOf } from '../field-values.ts';
import { MonthField } from '../month-field.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';

const KIND = 'contribution-ceiling';

/** One ceiling, as everybody at work may read it. */
export function CeilingPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== KIND) return <NotHere title={words.t('money.title')} listPlace={PLACES.money} />;
  return <FactsPage held={held} backTo={PLACES.money} />;
}

/** Sets a ceiling from a month on, or corrects the one with `id`. */
export function CeilingFormPage({ id }: { readonly id?: string | undefined }) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const listed = { title: words.t('money.title'), listPlace: PLACES.money };
  if (!mayCreate(vault.actor, KIND)) return <NotHere why="notYours" {...listed} />;
  if (id !== undefined && existing?.record.kind !== KIND) return <NotHere {...listed} />;
  return <CeilingForm existing={existing} />;
}

function CeilingForm({ existing }: { readonly existing: CaseRecord | undefined }) {
  const { words, today } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? 'ceiling:new' : `ceiling:edit:${id}`,
    kind: KIND,
    existing,
    initial: id === undefined ? { validFrom: monthOf(today()) } : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'money.addCeiling' : 'money.correctCeiling')}
      backTo={id === undefined ? PLACES.money : PLACES.ceiling(id)}
    >
      <Card>
        <Stack>
          <Select
            {...bindField(words, form, KIND, 'measure')}
            value={HOUSING_MEASURES.find((code) => code === form.values.measure)}
            onInput={(code) => form.set('measure', code)}
            emptyLabel={t('record.choose')}
            options={HOUSING_MEASURES.map((value) => ({ value, label: words.list('housingMeasure', value) }))}
          />
          <CentsField form={form} kind={KIND} field="maxCents" hint={t('money.ceilingHint')} />
          <MonthField
            {...bindField(words, form, KIND, 'validFrom')}
            value={stringOf(form.values.validFrom)}
            onInput={(month) => form.set('validFrom', month)}
          />
          <TextArea {...bindText(words, form, KIND, 'note')} rows={2} maxLength={NOTE_LENGTH_MAX} />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
