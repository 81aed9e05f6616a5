import type { CaseRecord } from '../../device/open-vault.ts';
import { monthFieldsOf, newMonthFields } from '../housing-months.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { MonthFields } from './MonthFields.tsx';

type MonthFormPageProps = {
  /** The month's situation to correct. */
  readonly id?: string | undefined;
  /** The placement a new one is about. */
  readonly placementId?: string | undefined;
  /** The month asked for. */
  readonly month?: string | undefined;
};

/** Tells how a month in the home went, or corrects the situation with `id`. */
export function MonthFormPage({ id, placementId, month }: MonthFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const placement = vault.caseload.find(placementId ?? (existing && monthFieldsOf(existing).placement) ?? '');
  const isThere = id === undefined || existing?.record.kind === 'monthly-situation';
  if (!isThere || placement?.record.kind !== 'placement') {
    return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  }
  return <MonthForm existing={existing} placement={placement} month={month} />;
}

type MonthFormProps = {
  readonly existing: CaseRecord | undefined;
  readonly placement: CaseRecord;
  readonly month: string | undefined;
};

function MonthForm({ existing, placement, month }: MonthFormProps) {
  const { vault, words, today } = useSession();
  const id = existing?.record.id;
  const placementId = placement.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? `month:new:${placementId}:${month ?? ''}` : `month:edit:${id}`,
    kind: 'monthly-situation',
    existing,
    initial: id === undefined ? newMonthFields(vault, placement, { month, today: today() }) : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={words.t(id === undefined ? 'month.new' : 'month.correct')}
      subtitle={recordTitle(vault, words, placement)}
      backTo={id === undefined ? PLACES.placement(placementId) : PLACES.month(id)}
    >
      <MonthFields form={form} existing={existing} placement={placement} />
    </RecordFormFrame>
  );
}
