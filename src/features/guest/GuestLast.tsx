import type { CaseRecord } from '../../device/open-vault.ts';
import type { GuestKey } from '../../i18n/guest/guest-messages.ts';
import { attendanceFieldsOf } from '../event-records.ts';
import type { Look } from './guest-desk.ts';
import { useGuest } from './guest-session.ts';

type GuestLastProps = {
  /** Undefined while there is nobody, or a card tells who it is: the taps stay where they are and wait. */
  readonly last: CaseRecord | undefined;
  readonly onLook: (last: CaseRecord, look: Look) => void;
};

const ROWS: readonly (readonly (Look & { readonly label: GuestKey })[])[] = [
  [
    { field: 'gender', value: 'F', label: 'woman' },
    { field: 'gender', value: 'M', label: 'man' },
    { field: 'gender', value: 'X', label: 'otherGender' },
  ],
  [
    { field: 'ageBracket', value: 'U18', label: 'under18' },
    { field: 'ageBracket', value: 'A18_60', label: 'from18to60' },
    { field: 'ageBracket', value: 'O60', label: 'over60' },
  ],
];

/** Two taps more about whoever was counted last, for those who know: the figures of the network are told by gender and age. */
export function GuestLast({ last, onLook }: GuestLastProps) {
  const { t } = useGuest().words;
  const fields = last === undefined ? {} : attendanceFieldsOf(last);
  return (
    <fieldset class="guest-last" disabled={last === undefined}>
      <legend class="guest-line">{t('lastPerson')}</legend>
      {ROWS.map((row, index) => (
        <div key={index} class="guest-last-row">
          {row.map(({ label, ...look }) => (
            <button
              key={label}
              type="button"
              class="chip"
              aria-pressed={fields[look.field] === look.value}
              onClick={() => last !== undefined && onLook(last, look)}
            >
              {t(label)}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
