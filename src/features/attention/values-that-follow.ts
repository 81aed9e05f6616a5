import type { OpenVault } from '../../device/open-vault.ts';
import type { Fields } from '../../domain/json-value.ts';
import { ceilingFor } from '../with-ceiling.ts';

/** Values of a record that stand there because of others, and follow when one of those is mended; null is "none". */
export function valuesThatFollow(vault: OpenVault, kind: string, field: string, values: Fields): Fields {
  if (kind !== 'contribution' || !['measure', 'month'].includes(field)) return {};
  return { ceilingCents: ceilingFor(vault, values).ceilingCents ?? null };
}
