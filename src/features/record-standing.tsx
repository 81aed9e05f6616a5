import type { CaseRecord } from '../device/open-vault.ts';
import { mayRemove } from '../domain/permissions.ts';
import { findReviewStep } from '../domain/review-table.ts';
import { instantToOfficeDate } from '../i18n/office-date.ts';
import { Button } from '../ui/Button.tsx';
import { removeIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { placeOfRecord } from './places.ts';
import { useSession } from './session.ts';
import { survivorIn } from './survivor.ts';
import { refusalToText, useSaved } from './use-save.ts';

/** Whether the record may be corrected by the person who looks, as it stands now. */
export function useMayEdit(held: CaseRecord | undefined): boolean {
  const { actor } = useSession().vault;
  if (held === undefined) return false;
  const { record } = held;
  const isAlive = !record.removed && record.mergedInto === undefined;
  // What another city shares is read here, and written there.
  if (record.municipality !== actor.municipality) return false;
  return isAlive && findReviewStep(record.review.state, 'edit', actor.role) !== undefined;
}

/** Whether there is something to say above the record. */
export const isStandingApart = ({ record }: CaseRecord): boolean =>
  record.removed || record.mergedInto !== undefined || record.review.state === 'locked';

/** Said above a record that is not simply alive: removed, merged away, or closed with its period. */
export function StandingNote({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { record } = held;
  const remove = useRemove(held);
  if (record.mergedInto !== undefined) {
    const href = placeOfRecord(record.kind, survivorIn(vault)(record.id));
    return (
      <Note
        tone="wait"
        action={
          <LinkButton href={href} variant="quiet">
            {words.t('record.openOther')}
          </LinkButton>
        }
      >
        {words.t('record.merged')}
      </Note>
    );
  }
  if (record.removed) {
    const mayRestore =
      mayRemove(vault.actor, record) && findReviewStep(record.review.state, 'restore', vault.actor.role) !== undefined;
    return (
      <Note
        tone="wait"
        icon={removeIcon}
        title={words.t('record.removed')}
        action={
          mayRestore ? (
            <Button variant="quiet" onClick={() => remove('restore')}>
              {words.t('record.restore')}
            </Button>
          ) : undefined
        }
      >
        {words.t(mayRestore ? 'record.removedText' : 'record.removedAsk')}
      </Note>
    );
  }
  return record.review.state === 'locked' ? <Note tone="off">{words.t('record.locked')}</Note> : null;
}

type RemoveButtonProps = {
  readonly held: CaseRecord;
  /** Where to go then. */
  readonly fallback: string;
  /** Why it cannot be taken away now, said in place of the button to whoever could. */
  readonly keptBecause?: string | undefined;
};

/** Takes the record away, with a way to take that back. */
export function RemoveButton({ held, fallback, keptBecause }: RemoveButtonProps) {
  const { vault, words, back } = useSession();
  const remove = useRemove(held);
  const { record } = held;
  const mayBeRemoved =
    !record.removed &&
    record.mergedInto === undefined &&
    record.municipality === vault.actor.municipality &&
    mayRemove(vault.actor, record) &&
    findReviewStep(record.review.state, 'remove', vault.actor.role) !== undefined;
  if (!mayBeRemoved) return null;
  if (keptBecause !== undefined) return <p class="soft">{keptBecause}</p>;
  return (
    <Button
      variant="quiet"
      wide
      icon={removeIcon}
      onClick={async () => {
        if (await remove('remove')) back(fallback);
      }}
    >
      {words.t('record.remove')}
    </Button>
  );
}

function useRemove({ record }: CaseRecord): (verb: 'remove' | 'restore') => Promise<boolean> {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  return async (type) => {
    const answer = await vault.saveChange({ type, recordId: record.id, kind: record.kind });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
    return answer.ok;
  };
}

/** Who wrote the record and who decided on it, and when. */
export function Authorship({ held }: { readonly held: CaseRecord }) {
  const { words, today } = useSession();
  const { record } = held;
  const when = (instant: string) => words.formatRelativeDay(instantToOfficeDate(instant), today());
  const { state, by, at } = record.review;
  return (
    <div class="small">
      <p>{words.t('record.createdBy', { name: record.createdBy.name, when: when(record.createdAt) })}</p>
      {record.updatedAt !== record.createdAt && (
        <p>{words.t('record.updatedBy', { name: record.updatedBy.name, when: when(record.updatedAt) })}</p>
      )}
      {state === 'validated' && by && at && <p>{words.t('record.validatedBy', { name: by.name, when: when(at) })}</p>}
    </div>
  );
}
