import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Combo } from '../../ui/Combo.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText } from '../field-values.ts';
import { officeFieldsOf, officesOf } from '../office-records.ts';
import { recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { serviceValues } from './service-form.ts';

/** Where a referral leads: an office of the directory, or in words what is not in it. */
export function ReferralField({ form }: { readonly form: RecordForm }) {
  const { vault, words } = useSession();
  const { referralOffice, referralTo } = serviceValues(form);
  const offices = officesOf(vault);
  const asksOffice = offices.length > 0 || referralOffice !== undefined;
  return (
    <>
      {asksOffice && (
        <Combo
          {...bindField(words, form, 'service', 'referralOffice')}
          mark={words.t('service.canSkip')}
          options={offices.map((held) => ({
            value: held.record.id,
            label: officeFieldsOf(held).name ?? '',
            search: recordSubtitle(words, held),
          }))}
          value={referralOffice}
          nothingFound={words.t('offices.notFound')}
          onInput={(office) => form.set('referralOffice', office)}
        />
      )}
      {(referralOffice === undefined || referralTo !== undefined) && (
        <TextField
          {...bindText(words, form, 'service', 'referralTo')}
          {...(asksOffice && { label: words.t('service.referralElsewhere') })}
          mark={words.t('service.canSkip')}
          maxLength={SHORT_TEXT_LENGTH_MAX}
        />
      )}
    </>
  );
}
