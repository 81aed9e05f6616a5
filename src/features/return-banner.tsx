import type { CaseRecord } from '../device/open-vault.ts';
import { findReviewStep } from '../domain/review-table.ts';
import type { Translator } from '../i18n/translate.ts';
import { returnIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { stringOf } from './field-values.ts';
import { monthToText } from './moment-words.ts';
import { placeToMend } from './places.ts';
import { findReturnComment } from './return-comment.ts';
import { useSession } from './session.ts';

type ReturnBannerProps = {
  readonly held: CaseRecord;
  readonly hasAction?: boolean;
  /** Where it is mended, when not in its own form. */
  readonly mendAt?: string | undefined;
};

/**
 * A coordinator sent the record back: who, what about, and the way to mend it. Nothing for any other record. It is red for its author
 * only: whoever asked for the correction, or a colleague, has nothing to do but may help.
 */
export function ReturnBanner({ held, hasAction = true, mendAt }: ReturnBannerProps) {
  const { words, vault } = useSession();
  const { record } = held;
  if (record.review.state !== 'returned' || record.removed) return null;
  const isMine = record.createdBy.id === vault.actor.id;
  const comment = findReturnComment(record);
  const what = whatIsReturned(words, held);
  const mayEdit = findReviewStep(record.review.state, 'edit', vault.actor.role) !== undefined;
  return (
    <Note
      tone={isMine ? 'stop' : 'wait'}
      icon={returnIcon}
      action={
        hasAction && mayEdit ? (
          <LinkButton variant={isMine ? 'stop' : 'quiet'} href={mendAt ?? placeToMend(record.kind, record.id)}>
            {words.t('verb.correct')}
          </LinkButton>
        ) : undefined
      }
    >
      <strong>
        {words.t('record.returnedTitle', { name: record.review.by?.name ?? words.t('list.role.coordinator') })}
      </strong>{' '}
      <bdi>{comment === undefined ? what : words.t('record.returnedText', { what, comment: comment.text })}</bdi>
    </Note>
  );
}

export function whatIsReturned(words: Translator, { record: { kind, fields } }: CaseRecord): string {
  switch (kind) {
    case 'beneficiary':
      return words.t('record.returnedToPerson');
    case 'service':
      return words.t('record.returnedToService', { date: words.formatDate(stringOf(fields.date) ?? '', 'day') });
    case 'event':
      return words.t('record.returnedToEvent', { title: stringOf(fields.title) ?? '' });
    case 'course':
      return words.t('record.returnedToCourse', { title: stringOf(fields.title) ?? '' });
    case 'practice':
      return words.t('record.returnedToPractice', { title: stringOf(fields.title) ?? '' });
    case 'practice-file':
      return words.t('record.returnedToFile', { name: stringOf(fields.name) ?? '' });
    case 'practice-reply':
      return words.t('record.returnedToReply');
    case 'contribution':
      return words.t('record.returnedToContribution', { month: monthToText(words, stringOf(fields.month) ?? '') });
    default: {
      const place = stringOf(fields.address);
      return place === undefined
        ? words.t('record.returnedToPlacement')
        : words.t('record.returnedToPlacementAt', { place });
    }
  }
}
