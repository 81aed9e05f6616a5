import type { CaseRecord, NewChange, OpenVault } from '../device/open-vault.ts';
import { createCardCode } from '../domain/card-code.ts';
import type { PersonCard } from '../domain/kinds/card.ts';
import type { CalendarDate, Id } from '../domain/primitives.ts';

/** Cards of people, as several screens look at them. Pure. */

/** Parsed when they came in; a newer app may have written more, so nothing is taken as given. */
export const cardFieldsOf = ({ record }: CaseRecord): Partial<PersonCard> => record.fields as Partial<PersonCard>;

const isValid = (held: CaseRecord): boolean => cardFieldsOf(held).state === 'ACTV';

/** Of a person, the valid ones first. */
export const cardsOf = ({ caseload }: OpenVault, personId: string): CaseRecord[] =>
  caseload
    .about(personId)
    .filter(({ record }) => record.kind === 'card')
    .sort((a, b) => Number(isValid(b)) - Number(isValid(a)));

/** The card with this code, lost ones too. */
export const findCard = ({ caseload }: OpenVault, code: string): CaseRecord | undefined =>
  caseload.ofKind('card').find((held) => cardFieldsOf(held).code === code);

export const newCard = (newId: () => Id, beneficiary: string, today: CalendarDate): NewChange => ({
  type: 'create',
  kind: 'card',
  recordId: newId(),
  fields: { beneficiary, code: createCardCode(newId), state: 'ACTV', issuedDate: today },
});

export const cardStateEdit = (held: CaseRecord, to: PersonCard['state']): NewChange => ({
  type: 'edit',
  kind: 'card',
  recordId: held.record.id,
  seenVersion: held.record.version,
  fields: { state: { from: cardFieldsOf(held).state ?? null, to } },
});
