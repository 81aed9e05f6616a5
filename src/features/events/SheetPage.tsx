import { useState } from 'preact/hooks';
import { mayReadKind } from '../../domain/permissions.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { printIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { attendancesOf, eventFieldsOf, personOfPresence } from '../event-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { PresenceSheet } from './PresenceSheet.tsx';
import { namedPresences } from './presence-desk.ts';

/** The sheet that people sign. Blank unless somebody asks for the names; title and address never say one. */
export function SheetPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const [which, setWhich] = useState<'blank' | 'names'>('blank');
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'event') return <NotHere title={t('events.title')} listPlace={PLACES.events} />;
  const isNamed = which === 'names' && mayReadKind(vault.actor.role, 'attendance');
  // In the order in which they were written; a group without names signs on free lines.
  const namesOnSheet = namedPresences(attendancesOf(vault, id).toReversed(), personOfPresence(vault));
  return (
    <Screen task title={t('events.sheet.title')} backTo={PLACES.event(id)}>
      <Stack>
        <div class="no-print">
          <Card>
            <Stack>
              {mayReadKind(vault.actor.role, 'attendance') && (
                <ChoiceChips
                  label={t('events.sheet.which')}
                  hint={t('events.sheet.hint')}
                  value={which}
                  onInput={(chosen) => setWhich(chosen ?? 'blank')}
                  choices={[
                    { value: 'blank', label: t('events.sheet.blank') },
                    { value: 'names', label: t('events.sheet.withNames') },
                  ]}
                />
              )}
              <Button icon={printIcon} onClick={() => window.print()}>
                {t('events.sheet.print')}
              </Button>
            </Stack>
          </Card>
        </div>
        <PresenceSheet event={eventFieldsOf(held)} presences={isNamed ? namesOnSheet : []} />
      </Stack>
    </Screen>
  );
}
