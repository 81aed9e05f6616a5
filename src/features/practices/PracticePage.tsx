import type { CaseRecord } from '../../device/open-vault.ts';
import { PRACTICE_TEXTS } from '../../domain/kinds/practice.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { findShelfStep } from '../../domain/shared-record.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { attachmentsOf } from '../attachment-records.ts';
import { AttachmentsCard } from '../attachments-card.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { fieldLabel } from '../field-words.ts';
import { NameWarning } from '../name-warning.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { cityOf, isOurs, practiceFieldsOf, repliesOf, replyFieldsOf } from '../practice-records.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** One card: what was the problem, what was done, how it went, whom to ask; and what other cities say to it. */
export function PracticePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  // What another city took back is not there any more.
  if (held?.record.kind !== 'practice' || (held.record.removed && !isOurs(vault, held))) {
    return <NotHere title={words.t('practices.title')} listPlace={PLACES.practices} />;
  }
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={words.t('practices.cityOf', { city: cityOf(held) })}
      backTo={PLACES.practices}
      banner={<RecordBanners held={held} others={isOurs(vault, held) ? attachmentsOf(vault, id) : []} />}
    >
      <Columns
        main={
          <>
            <Story held={held} />
            <AttachmentsCard held={held} />
            <Replies practice={held} />
          </>
        }
        side={
          <>
            <Contact held={held} />
            {isOurs(vault, held) && <Keep held={held} />}
          </>
        }
      />
    </Screen>
  );
}

function Story({ held }: { readonly held: CaseRecord }) {
  const { words } = useSession();
  const fields = practiceFieldsOf(held);
  const facts = (['problem', 'done', 'result', 'cost'] as const).flatMap((field) =>
    fields[field] === undefined ? [] : [{ label: fieldLabel(words, 'practice', field), value: fields[field] }],
  );
  return (
    <Card title={words.t('kind.practice')}>
      <FactList facts={facts} />
    </Card>
  );
}

function Contact({ held }: { readonly held: CaseRecord }) {
  const { words } = useSession();
  const { office, email } = practiceFieldsOf(held);
  return (
    <Card title={words.t('practices.contact')}>
      <p>
        <bdi>{office}</bdi>
        <br />
        {words.t('practices.cityOf', { city: cityOf(held) })}
      </p>
      {email !== undefined && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </Card>
  );
}

/** What only the own city sees: how the card stands, the way to correct it, the conversation about it. */
function Keep({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const mayEdit = useMayEdit(held);
  const { id, review, fields } = held.record;
  const isShared = findShelfStep(held.record) === 'publish';
  const wasDecided = findShelfStep(held.record) === 'keep' && review.by !== undefined;
  return (
    <>
      <Card aside={<StateMark {...recordMark(words, vault, held, today())} />} asideAtEnd title={t('practices.ours')}>
        <Stack>
          <p>{t(isShared ? 'practices.shared' : wasDecided ? 'practices.correctionWaits' : 'practices.notShared')}</p>
          {!isShared && <NameWarning texts={PRACTICE_TEXTS.map((field) => fields[field])} />}
          <Authorship held={held} />
        </Stack>
      </Card>
      {mayEdit && (
        <LinkButton href={PLACES.editPractice(id)} variant="quiet" wide icon={editIcon}>
          {t('practices.correct')}
        </LinkButton>
      )}
      <RemoveButton held={held} fallback={PLACES.practices} />
      <CommentsCard held={held} />
    </>
  );
}

function Replies({ practice }: { readonly practice: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const replies = repliesOf(vault, practice.record.id);
  const mayReply = mayCreate(vault.actor, 'practice-reply') && !practice.record.removed;
  return (
    <Card flat title={t('practices.replies')}>
      <RowList
        label={t('practices.replies')}
        footer={
          mayReply ? (
            <LinkButton href={PLACES.replyToPractice(practice.record.id)} variant="quiet" icon={plusIcon}>
              {t('practices.reply')}
            </LinkButton>
          ) : undefined
        }
      >
        {replies.map((held) => {
          const { outcome, text } = replyFieldsOf(held);
          const said = outcome === undefined ? t('practices.comment') : words.list('practiceOutcome', outcome);
          return (
            <CardRow
              key={held.record.id}
              title={`${cityOf(held)}: ${said}`}
              subtitle={text}
              href={PLACES.practiceReply(held.record.id)}
              mark={isOurs(vault, held) ? <StateMark {...recordMark(words, vault, held, today())} /> : undefined}
            />
          );
        })}
      </RowList>
    </Card>
  );
}
