import { nameWords } from './fold-name.ts';

type Named = {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly municipality?: string | undefined;
  readonly email?: string | undefined;
};

/** The same for the same operator in any course: the e-mail address, or else name and municipality, however they are spelled. */
export function operatorKey({ givenName, familyName, municipality, email }: Named): string {
  if (email !== undefined) return email.trim().toLowerCase();
  const words = nameWords(`${givenName ?? ''} ${familyName ?? ''}`).map(({ plain }) => plain);
  return `${words.sort().join(' ')} @ ${placeKey(municipality ?? '')}`;
}

/** The same for the same municipality, however its name is written. */
export const placeKey = (name: string): string =>
  nameWords(name)
    .map(({ plain }) => plain)
    .join(' ');
