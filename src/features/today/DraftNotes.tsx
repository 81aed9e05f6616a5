import { instantToOfficeDate } from '../../i18n/office-date.ts';
import { editIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { nameOfPerson } from '../record-words.ts';
import { useSession } from '../session.ts';
import { waitingDrafts } from '../waiting-drafts.ts';

/** The last things begun; an older one still waits in its own form, where it is opened for the same person or searched for by the same name. */
const DRAFTS_SHOWN_MAX = 2;

/** What was begun and not saved: nothing typed is lost, and the way back is here. */
export function DraftNotes() {
  const { vault, words, today } = useSession();
  return (
    <>
      {waitingDrafts(vault)
        .slice(0, DRAFTS_SHOWN_MAX)
        .map(({ what, place, person, startedAt }) => {
          const when = words.formatRelativeDay(instantToOfficeDate(startedAt), today());
          const time = words.formatTime(startedAt);
          const begun = words.t(`today.begun.${what}`);
          return (
            <Note
              key={place}
              tone="off"
              icon={editIcon}
              action={
                <LinkButton variant="quiet" href={place}>
                  {words.t('verb.continue')}
                </LinkButton>
              }
            >
              {person === undefined
                ? words.t('today.draft', { what: begun, when, time })
                : words.t('today.draftFor', { what: begun, name: nameOfPerson(vault, words, person), when, time })}
            </Note>
          );
        })}
    </>
  );
}
