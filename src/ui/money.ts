/** The largest sum a field takes, in cents: far above any rent, far below where numbers stop being exact. */
const moneyCentsMax = 99_999_999;

/** Thousands in groups by one sign, the decimal sign another: "1.234,50", "1,234.50", "1’234.50". */
const groupedSum = /^(?<euros>\d{1,3}(?<group>[.,'’])\d{3}(?:\k<group>\d{3})*)(?:(?!\k<group>)[.,](?<cents>\d{1,2}))?$/;

/**
 * Reads a sum as people write it, in integer cents: "180", "180,5", "1.234,50", "1,234.50", "€ 180". The last comma or point followed
 * by one or two digits is the decimal sign; every other sign must group thousands. Undefined when it is no sum, or negative, or too large.
 */
export function parseMoneyCents(text: string): number | undefined {
  const plain = text.replace(/[\s€]/g, '');
  const match = /^(?<euros>\d+)(?:[.,](?<cents>\d{1,2}))?$/.exec(plain) ?? groupedSum.exec(plain);
  if (!match?.groups?.euros) return undefined;
  const euros = Number(match.groups.euros.replace(/\D/g, ''));
  const cents = euros * 100 + Number((match.groups.cents ?? '').padEnd(2, '0'));
  return cents <= moneyCentsMax ? cents : undefined;
}

/** 18000 → "180,00", in the locale's own signs and without the currency. */
export function moneyCentsToText(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: 'always',
  }).format(cents / 100);
}
