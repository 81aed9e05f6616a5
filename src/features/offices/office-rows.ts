import type { CaseRecord } from '../../device/open-vault.ts';
import { findClosingTime, type OfficeMoment } from '../../domain/opening-hours.ts';
import { officeFieldsOf } from '../office-records.ts';

/** The directory as it is asked for. Pure. */
export type OfficeQuery = {
  readonly text: string;
  /** Spoken there; undefined is any. */
  readonly language: string | undefined;
  /** Only what is open at this moment. */
  readonly openAt: OfficeMoment | undefined;
};

/** Every word of the text has to be somewhere; `kindName` puts the kind of an office into words. */
export function filterOffices(
  offices: readonly CaseRecord[],
  { text, language, openAt }: OfficeQuery,
  kindName: (type: string) => string,
): readonly CaseRecord[] {
  const wanted = plain(text).split(' ');
  return offices.filter((held) => {
    const { name = '', type, address = '', note = '', languages, hours } = officeFieldsOf(held);
    if (language !== undefined && !languages?.some((one) => one === language)) return false;
    if (openAt !== undefined && (hours === undefined || findClosingTime(hours, openAt) === undefined)) return false;
    const told = plain([name, type === undefined ? '' : kindName(type), address, note].join(' '));
    return wanted.every((word) => told.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** Languages spoken in any office, the commonest first. */
export function languagesSpoken(offices: readonly CaseRecord[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const language of offices.flatMap((held) => officeFieldsOf(held).languages ?? [])) {
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
}
