import type { CaseRecord } from '../device/open-vault.ts';
import { Card } from '../ui/Card.tsx';
import { FactList } from '../ui/FactList.tsx';
import { fieldLabel } from './field-words.ts';
import { RestrictedValue } from './restricted-value.tsx';
import { useSession } from './session.ts';

/** A restricted field below the facts of a page, behind its tap; nothing where nothing is written. */
export function RestrictedCard({ held, field }: { readonly held: CaseRecord; readonly field: string }) {
  const { words } = useSession();
  const { kind, fields } = held.record;
  if (fields[field] === undefined) return null;
  return (
    <Card>
      <FactList
        facts={[{ label: fieldLabel(words, kind, field), value: <RestrictedValue held={held} field={field} /> }]}
      />
    </Card>
  );
}
