import type { CaseRecord } from '../device/open-vault.ts';
import { Stack } from '../ui/Stack.tsx';
import { isStandingApart, StandingNote } from './record-standing.tsx';
import { ReturnBanner } from './return-banner.tsx';

/** Above a record's page: how it stands, and what a coordinator sent back of it and of the records about it. */
export function RecordBanners({ held, others }: { readonly held: CaseRecord; readonly others: readonly CaseRecord[] }) {
  const returned = [held, ...others].filter(({ record }) => record.review.state === 'returned' && !record.removed);
  if (returned.length === 0 && !isStandingApart(held)) return null;
  return (
    <Stack>
      <StandingNote held={held} />
      {returned.map((one) => (
        <ReturnBanner key={one.record.id} held={one} />
      ))}
    </Stack>
  );
}
