import { PageOfPlacement } from '../of-placement.tsx';
import { RestrictedCard } from '../restricted-card.tsx';

/** How one month in a home went. */
export const MonthPage = ({ id }: { readonly id: string }) => (
  <PageOfPlacement kind="monthly-situation" id={id}>
    {(held) => <RestrictedCard held={held} field="restrictedNote" />}
  </PageOfPlacement>
);
