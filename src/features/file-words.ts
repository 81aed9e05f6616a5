import type { FileType } from '../domain/file-type.ts';
import type { Translator } from '../i18n/translate.ts';

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** How much a file weighs, as phones say it: `340 kB`, `2,4 MB`. Never 0. */
export function fileSizeToText({ formatNumber }: Pick<Translator, 'formatNumber'>, bytes: number): string {
  if (bytes < MEGABYTE) return `${formatNumber(Math.max(1, Math.round(bytes / KILOBYTE)))} kB`;
  return `${formatNumber(Math.round(bytes / (MEGABYTE / 10)) / 10)} MB`;
}

/** "Foto" or "PDF": what people call it, whichever of the formats of photos it is. */
export const fileTypeToText = ({ t }: Pick<Translator, 't'>, type: string | undefined): string =>
  type === ('application/pdf' satisfies FileType) ? t('files.pdf') : t('files.photo');
