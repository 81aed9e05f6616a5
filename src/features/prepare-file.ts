import { FILE_BYTES_MAX, type FileType, findFileType } from '../domain/file-type.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { stripMetadata } from './strip-metadata.ts';

/** What a person chose, made ready to be attached: looked at by its bytes, photos made smaller and stripped of what they tell beside the picture. */
export type PreparedFile = {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly fileType: FileType;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
};
export type ChosenFile =
  | {
      readonly what: 'photo';
      readonly small: PreparedFile;
      /** Absent where it is too heavy, of a type that is not kept, or no better than the smaller one. */
      readonly original: PreparedFile | undefined;
    }
  | { readonly what: 'pdf'; readonly original: PreparedFile };

/** Words under `files.choose.<trouble>`. */
export type ChooseTrouble = 'too-big' | 'not-ours';

/** A page of A4 stays readable, and a photo weighs about 300 kB. */
export const SMALL_SIDE_PX = 1_600;
const SMALL_QUALITY = 0.82;

export async function prepareFile(chosen: Blob): Promise<Result<ChosenFile, ChooseTrouble>> {
  const isHeavy = chosen.size > FILE_BYTES_MAX;
  const type = findFileType(new Uint8Array(await chosen.slice(0, 16).arrayBuffer()));
  if (type === 'application/pdf') {
    if (isHeavy) return err('too-big');
    return ok({ what: 'pdf', original: { file: new Uint8Array(await chosen.arrayBuffer()), fileType: type } });
  }
  // Whatever this browser can show becomes a photo, also types that are not kept as they are (HEIC of an iPhone).
  const bitmap = await createImageBitmap(chosen).catch(() => undefined);
  if (bitmap === undefined) return err('not-ours');
  const { width, height } = bitmap;
  const small = await shrink(bitmap);
  bitmap.close();
  if (small === undefined) return err('not-ours');
  const stripped =
    type === undefined || isHeavy ? undefined : stripMetadata(new Uint8Array(await chosen.arrayBuffer()), type);
  if (stripped === undefined || type === undefined) return ok({ what: 'photo', small, original: undefined });
  const original = { file: stripped, fileType: type, width, height };
  const isSmallAlready = small.width === width && stripped.length <= small.file.length;
  return ok(
    isSmallAlready ? { what: 'photo', small: original, original: undefined } : { what: 'photo', small, original },
  );
}

/** Drawn anew, and so without anything but the picture. */
async function shrink(bitmap: ImageBitmap): Promise<PreparedFile | undefined> {
  const scale = Math.min(1, SMALL_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  // JPEG has no transparency; black behind a scanned signature would hide it.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', SMALL_QUALITY));
  if (blob === null) return undefined;
  const file = new Uint8Array(await blob.arrayBuffer());
  return { file, fileType: 'image/jpeg', width: canvas.width, height: canvas.height };
}
