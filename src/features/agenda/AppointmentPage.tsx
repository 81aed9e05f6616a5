import type { CaseRecord } from '../../device/open-vault.ts';
import type { Appointment } from '../../domain/kinds/appointment.ts';
import type { AppointmentState } from '../../domain/lists/appointment-states.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { checkIcon, closeIcon, editIcon, personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { nameOfPerson, recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { refusalToText, useSaved } from '../use-save.ts';

const FACTS = [
  'date',
  'time',
  'beneficiary',
  'place',
  'state',
  'note',
] as const satisfies readonly (keyof Appointment)[];

/** One appointment: when, with whom, and how it went. */
export function AppointmentPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'appointment') return <NotHere title={words.t('agenda.title')} listPlace={PLACES.agenda} />;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={words.t('agenda.appointment')}
      backTo={PLACES.agenda}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <AppointmentView held={held} />
    </Screen>
  );
}

function AppointmentView({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const mayEdit = useMayEdit(held);
  const fields = held.record.fields as Partial<Appointment>;
  const facts = FACTS.flatMap((field) => {
    const value = fieldValueToText(words, 'appointment', field, fields[field], (id) => nameOfPerson(vault, words, id));
    return value === undefined ? [] : [{ label: fieldLabel(words, 'appointment', field), value }];
  });
  return (
    <Columns
      main={
        <>
          <Card
            title={t('agenda.appointment')}
            aside={<StateMark {...recordMark(words, vault, held, today())} />}
            asideAtEnd
          >
            <FactList facts={facts} />
            <Authorship held={held} />
          </Card>
          {mayEdit && fields.state === 'PLAN' && <HowItWent held={held} isDue={(fields.date ?? '') <= today()} />}
        </>
      }
      side={
        <>
          {fields.beneficiary !== undefined && (
            <LinkButton
              href={PLACES.person(survivorIn(vault)(fields.beneficiary))}
              variant="quiet"
              wide
              icon={personIcon}
            >
              {t('agenda.openPerson')}
            </LinkButton>
          )}
          {mayEdit && (
            <LinkButton href={PLACES.editAppointment(held.record.id)} variant="quiet" wide icon={editIcon}>
              {t('verb.correct')}
            </LinkButton>
          )}
          <RemoveButton held={held} fallback={PLACES.agenda} />
        </>
      }
    />
  );
}

/** One tap says how it went; before its day it can only be called off. */
function HowItWent({ held, isDue }: { readonly held: CaseRecord; readonly isDue: boolean }) {
  const { vault, words, say } = useSession();
  const { t } = words;
  const saved = useSaved();
  const { record } = held;
  const end = async (state: AppointmentState) => {
    const answer = await vault.saveChange({
      type: 'edit',
      recordId: record.id,
      kind: record.kind,
      seenVersion: record.version,
      fields: { state: { from: record.fields.state ?? null, to: state } },
    });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <Card title={isDue ? t('agenda.howWas') : undefined}>
      <Stack inline>
        {isDue && (
          <>
            <Button icon={checkIcon} onClick={() => end('DONE')}>
              {t('agenda.held')}
            </Button>
            <Button variant="ghost" onClick={() => end('MISS')}>
              {t('agenda.missed')}
            </Button>
          </>
        )}
        <Button variant="quiet" icon={closeIcon} onClick={() => end('CANC')}>
          {t('agenda.cancelled')}
        </Button>
      </Stack>
    </Card>
  );
}
