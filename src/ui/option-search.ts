/** One entry of a long list; `search` holds further words it is found by. */
export type Option = { value: string; label: string; search?: string | undefined };

/** How many are offered at once; more would have to be read, not chosen. */
const optionsShownMax = 60;

/** Options that have a word starting with the text first, then those that merely contain it; without regard to case and accents. */
export function findOptions(options: readonly Option[], text: string): Option[] {
  const wanted = plainText(text);
  if (wanted === '') return options.slice(0, optionsShownMax);
  const starting: Option[] = [];
  const containing: Option[] = [];
  for (const option of options) {
    const words = ` ${plainText(`${option.label} ${option.search ?? ''}`)}`;
    if (words.includes(` ${wanted}`)) starting.push(option);
    else if (words.includes(wanted)) containing.push(option);
  }
  return [...starting, ...containing].slice(0, optionsShownMax);
}

function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’\-/(),]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
