import type { CaseRecord } from '../../device/open-vault.ts';
import type { Beneficiary } from '../../domain/kinds/beneficiary.ts';
import type { Event } from '../../domain/kinds/event.ts';
import { attendanceFieldsOf, personOfPresence } from '../event-records.ts';
import { fieldLabel } from '../field-words.ts';
import { minutesToHours, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Lines that fit on one A4 page with head and feet. */
const LINES_MIN = 18;
/** Somebody always comes who was not written before. */
const FREE_LINES_MIN = 5;

/** Paper: always dark on white, whatever the theme, and readable in both languages. */
export function PresenceSheet({
  event,
  presences,
}: {
  readonly event: Partial<Event>;
  readonly presences: readonly CaseRecord[];
}) {
  const { vault, words, municipalityName } = useSession();
  const { t } = words;
  const times = [event.startTime, event.endTime].filter((time) => time !== undefined).join('–');
  const free = Math.max(FREE_LINES_MIN, LINES_MIN - presences.length);
  const head = [event.type && words.list('eventType', event.type), event.place, event.partners];
  return (
    // Wider than a phone: the keyboard has to be able to move it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling place must be reachable (WCAG 2.1.1).
    <section class="paper" aria-label={t('events.sheet.title')} tabIndex={0}>
      <div class="paper-logos" aria-hidden="true">
        {[1, 2, 3].map((place) => (
          <span key={place}>{t('events.sheet.logo')}</span>
        ))}
      </div>
      <h2>{event.title}</h2>
      <p>
        {municipalityName} · {event.date && words.formatDate(event.date, 'long')} {times}
      </p>
      <p>{head.filter((part) => part !== undefined && part !== '').join(' · ')}</p>
      <p>
        {fieldLabel(words, 'event', 'prog')}: {event.prog ?? '—'} · {fieldLabel(words, 'event', 'cup')}:{' '}
        {event.cup ?? '—'}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('events.sheet.number')}</th>
            <th scope="col">{t('events.sheet.name')}</th>
            <th scope="col">{t('events.sheet.role')}</th>
            <th scope="col">{t('events.sheet.hours')}</th>
            <th scope="col" class="paper-sign">
              {t('events.sheet.signature')}
            </th>
          </tr>
        </thead>
        <tbody>
          {presences.map((held, index) => {
            const fields = attendanceFieldsOf(held);
            const { role, shift, minutes } = fields;
            return (
              <tr key={held.record.id}>
                <td class="num">{index + 1}</td>
                <td>
                  <bdi>
                    {fullNameOf(vault.caseload.find(personOfPresence(vault)(fields) ?? '')) ??
                      recordTitle(vault, words, held)}
                  </bdi>
                </td>
                <td class="paper-role">
                  {[role && words.list('eventRole', role), shift].filter((part) => part !== undefined).join(' · ')}
                </td>
                <td class="num">{minutes === undefined ? '' : minutesToHours(words, minutes)}</td>
                <td />
              </tr>
            );
          })}
          {Array.from({ length: free }, (_, line) => (
            <tr key={`free ${line}`}>
              <td class="num">{presences.length + line + 1}</td>
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <div class="paper-feet">
        <p>{t('events.sheet.responsible')}</p>
        <p>{t('events.sheet.dateSigned')}</p>
      </div>
    </section>
  );
}

/** A signature stands beside the whole name, not beside the short one of the screens. */
function fullNameOf(person: CaseRecord | undefined): string | undefined {
  const { givenName, familyName } = (person?.record.fields ?? {}) as Partial<Beneficiary>;
  const name = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  return name === '' ? undefined : name;
}
