import type { Comment, RecordEnvelope } from '../../domain/record.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { returnIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { rowMoment } from '../moment-words.ts';
import { useSession } from '../session.ts';

/** The last sentences matter for the decision; older ones are folded. */
const COMMENTS_SHOWN = 3;

/** What coordinator and worker have said to each other about the record. */
export function Conversation({ record: { comments } }: { record: RecordEnvelope }) {
  const { words } = useSession();
  if (comments.length === 0) return null;
  const older = comments.slice(0, -COMMENTS_SHOWN);
  return (
    <Note tone="off" icon={returnIcon}>
      {older.length > 0 && (
        <Disclosure label={words.t('review.olderComments', { n: older.length })}>
          <Sentences comments={older} />
        </Disclosure>
      )}
      <Sentences comments={comments.slice(-COMMENTS_SHOWN)} />
    </Note>
  );
}

function Sentences({ comments }: { comments: readonly Comment[] }) {
  const { words, vault, today } = useSession();
  return (
    <>
      {comments.map(({ id, by, at, text }) => {
        const when = rowMoment(words, at, today());
        const isMine = by.id === vault.actor.id;
        return (
          <p key={id}>
            <strong>
              {isMine
                ? words.t('review.comment.mine', { when })
                : words.t('review.comment.by', { name: by.name, when })}
            </strong>{' '}
            <bdi>{words.t('quoted', { text })}</bdi>
          </p>
        );
      })}
    </>
  );
}
