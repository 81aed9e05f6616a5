import type { CaseRecord } from '../../device/open-vault.ts';
import { Stack } from '../../ui/Stack.tsx';
import { ReturnBanner } from '../return-banner.tsx';
import { findReturnComment } from '../return-comment.ts';

type GroupReturnsProps = {
  readonly members: readonly CaseRecord[];
  /** Where all of them are corrected. */
  readonly mendAt?: string | undefined;
};

/** What was sent back of a group: what was said of all of them is said once. */
export function GroupReturns({ members, mendAt }: GroupReturnsProps) {
  const returned = members.filter(({ record }) => record.review.state === 'returned');
  const byComment = Map.groupBy(returned, ({ record }) => findReturnComment(record)?.text);
  if (byComment.size === 0) return null;
  return (
    <Stack>
      {[...byComment.values()].map(
        ([first]) =>
          first && <ReturnBanner key={first.record.id} held={first} hasAction={mendAt !== undefined} mendAt={mendAt} />,
      )}
    </Stack>
  );
}
