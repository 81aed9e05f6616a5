/** Whether one slip of a finger (a letter too many, missing, wrong, or two swapped) turns `typed` into `word`; equal counts too. */
export function isWithinOneTypo(typed: string, word: string): boolean {
  const [short, long] = typed.length <= word.length ? [typed, word] : [word, typed];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return isSwapped || short.slice(at + 1) === long.slice(at + 1);
}

/** The same for what is still being typed: some beginning of `word` is within one typo. */
export const startsWithOneTypo = (typed: string, word: string): boolean =>
  [typed.length - 1, typed.length, typed.length + 1].some((length) => isWithinOneTypo(typed, word.slice(0, length)));
