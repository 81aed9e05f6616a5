/** The largest sum a field takes, in cents: far above any rent, far below where numbers stop being exact. */
const moneyCentsMax = 99_999_999;

/**
 * Reads a sum as people write it, in integer cents: "180", "180,5", "1.234,50", "1,234.50", "€ 180". The last comma or point followed
 * by one or two digits is the decimal sign; all others must group thousands. Undefined when it is no sum, or negative, or too large.
 */
export function parseMoneyCents(text: string): number | undefined {
  const plain = text.replace(/[\s€]/g, '');
  const match = /^(\d{1,3}(?:[.,']\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match?.[1]) return undefined;
  const euros = Number(match[1].replace(/\D/g, ''));
  const cents = euros * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= moneyCentsMax ? cents : undefined;
}

/** 18000 → "180,00", in the locale's own signs and without the currency. */
export function moneyCentsToText(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100);
}
