import type { CaseRecord } from '../../device/open-vault.ts';
import type { Appointment } from '../../domain/kinds/appointment.ts';
import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { calendarIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { PLACES, placeOfRecord, withPerson } from '../places.ts';
import { recordMark, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

const fieldsOf = ({ record }: CaseRecord) => record.fields as Partial<Appointment>;
const momentOf = (held: CaseRecord): string => `${fieldsOf(held).date ?? ''} ${fieldsOf(held).time ?? ''}`;

type AppointmentsCardProps = {
  readonly personId: string;
  readonly about: readonly CaseRecord[];
  readonly isAlive: boolean;
};

/** Appointments with the person: the coming ones first, the next at the top; then what became of the others. */
export function AppointmentsCard({ personId, about, isAlive }: AppointmentsCardProps) {
  const { vault, words, today } = useSession();
  const appointments = about.filter(({ record }) => record.kind === 'appointment');
  if (appointments.length === 0 && !isAlive) return null;
  const isPlanned = (held: CaseRecord): boolean => fieldsOf(held).state === 'PLAN';
  const planned = appointments.filter(isPlanned).sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
  const ended = appointments.filter((held) => !isPlanned(held)).sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
  return (
    <Card
      flat
      title={words.t('agenda.appointments')}
      aside={planned.length === 0 ? words.t('agenda.nonePlanned') : undefined}
    >
      {appointments.length > 0 && (
        <RowList>
          {[...planned, ...ended].map((held) => {
            const { date = '', time, state } = fieldsOf(held);
            const details = [
              time,
              state === 'PLAN' || state === undefined ? undefined : words.list('appointmentState', state),
            ];
            return (
              <CardRow
                key={held.record.id}
                time={words.formatRelativeDay(date, today())}
                dateTime={date}
                title={recordTitle(vault, words, held)}
                subtitle={details.filter((detail) => detail !== undefined).join(' · ')}
                href={placeOfRecord('appointment', held.record.id)}
                mark={<StateMark {...recordMark(words, vault, held, today())} />}
              />
            );
          })}
        </RowList>
      )}
      {isAlive && (
        <CardFooter>
          <LinkButton variant="quiet" icon={calendarIcon} href={withPerson(PLACES.newAppointment, personId)}>
            {words.t('agenda.new')}
          </LinkButton>
        </CardFooter>
      )}
    </Card>
  );
}
