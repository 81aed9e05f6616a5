import type { CaseRecord } from '../../device/open-vault.ts';
import { enrolmentToCode } from '../../domain/enrolment-code.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { peopleIcon, printIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { QrImage } from '../../ui/QrImage.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { enrolmentFieldsOf, enrolmentsOf } from '../course-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** The badges of a course to print and cut: each participant shows theirs at the door. */
export function BadgesPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'course') return <NotHere title={t('training.title')} listPlace={PLACES.training} />;
  const enrolments = enrolmentsOf(vault, id);
  return (
    <Screen task title={t('training.badges')} subtitle={recordTitle(vault, words, held)} backTo={PLACES.course(id)}>
      {enrolments.length === 0 ? (
        <Card>
          <EmptyState
            icon={peopleIcon}
            title={t('training.nobodyEnrolled')}
            text={t('training.nobodyEnrolledText')}
            action={
              <LinkButton href={PLACES.enrol(id)} variant="ghost">
                {t('training.enrol')}
              </LinkButton>
            }
          />
        </Card>
      ) : (
        <Stack>
          <div class="no-print">
            <Card>
              <Stack>
                <p>{t('training.badgesHint')}</p>
                <Button icon={printIcon} onClick={() => window.print()}>
                  {t('training.print')}
                </Button>
              </Stack>
            </Card>
          </div>
          <section class="paper badges" aria-label={t('training.badges')}>
            {enrolments.map((enrolment) => (
              <Badge key={enrolment.record.id} enrolment={enrolment} course={recordTitle(vault, words, held)} />
            ))}
          </section>
        </Stack>
      )}
    </Screen>
  );
}

function Badge({ enrolment, course }: { readonly enrolment: CaseRecord; readonly course: string }) {
  const { vault, words } = useSession();
  const name = recordTitle(vault, words, enrolment);
  return (
    <div class="card-paper">
      <QrImage text={enrolmentToCode(enrolment.record.id)} label={words.t('training.codeOf', { name })} />
      <div class="card-paper-words">
        <p class="card-paper-city">
          <bdi>{name}</bdi>
        </p>
        <p class="card-paper-line">{enrolmentFieldsOf(enrolment).municipality}</p>
        <p class="card-paper-line">{course}</p>
      </div>
    </div>
  );
}
