import type { Comment, RecordEnvelope } from '../domain/record.ts';

/** What the coordinator wrote when sending the record back: the last sentence of who decided. */
export const findReturnComment = ({ review, comments }: RecordEnvelope): Comment | undefined =>
  review.state === 'returned' ? comments.findLast(({ by }) => by.id === review.by?.id) : undefined;
