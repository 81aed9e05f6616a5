/** As `npm run admin` asks; length is all that helps against guessing (NIST SP 800-63B, 5.1.1.2). */
export const PASSWORD_LENGTH_MIN = 8;

export type PasswordForm = { readonly old: string; readonly next: string; readonly again: string };
export type PasswordProblem = 'missing' | 'short' | 'same' | 'different';

/** What is wrong before anybody is asked, by field. */
export function passwordProblems({
  old,
  next,
  again,
}: PasswordForm): Partial<Record<keyof PasswordForm, PasswordProblem>> {
  return {
    ...(old === '' && { old: 'missing' }),
    ...problemOfNext(old, next),
    // Said of the second only once the first is good.
    ...(problemOfNext(old, next) === undefined && again !== next && { again: 'different' }),
  };
}

function problemOfNext(old: string, next: string): { next: PasswordProblem } | undefined {
  if (next === '') return { next: 'missing' };
  if (next.length < PASSWORD_LENGTH_MIN) return { next: 'short' };
  return next === old ? { next: 'same' } : undefined;
}
