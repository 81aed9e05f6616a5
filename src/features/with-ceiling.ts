import type { OpenVault } from '../device/open-vault.ts';
import type { Fields, JsonValue } from '../domain/json-value.ts';
import { stringOf } from './field-values.ts';
import { ceilingCentsIn } from './money-records.ts';

/** The ceiling that goes with a measure and a month, as a change of the form's values; a reason stays with the sum it was written for. */
export function ceilingFor(
  vault: OpenVault,
  { measure, month }: Readonly<Record<string, JsonValue | undefined>>,
): { ceilingCents: number | undefined } {
  const [of, when] = [stringOf(measure), stringOf(month)];
  return { ceilingCents: of === undefined || when === undefined ? undefined : ceilingCentsIn(vault, of, when) };
}

export function withCeiling(vault: OpenVault, fields: Fields): Fields {
  const { ceilingCents } = ceilingFor(vault, fields);
  return ceilingCents === undefined ? fields : { ...fields, ceilingCents };
}
