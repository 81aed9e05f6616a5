import type { Device } from '../device/open-device.ts';
import { nowInstant } from './browser-ports.ts';

/** `.txt`, because browsers share only files of kinds that they know to be harmless, and JSON is none of these. */
const FILE_TYPE = 'text/plain';
/** The browser reads a download after the tap that started it. */
const DOWNLOAD_KEPT_MS = 60_000;

/** What waits in a locked vault as a file in the person's hands: through the share sheet where there is one, else as a download. */
export async function handOverRescue(device: Device, vaultId: string): Promise<boolean> {
  const made = await device.createRescueFile(vaultId);
  if (!made.ok) return false;
  const file = toRescueFile(JSON.stringify(made.value));
  if (mayShare(file)) return share(file);
  download(file);
  return true;
}

export const toRescueFile = (text: string): File => new File([text], fileName(), { type: FILE_TYPE });

export const mayShare = (file: File): boolean => 'canShare' in navigator && navigator.canShare({ files: [file] });

export async function share(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch {
    // The person closed the sheet, or the tap was too long ago: nothing left this device.
    return false;
  }
}

export function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_KEPT_MS);
}

/** When, and of nobody: a file's name is read by everybody who sees the folder. */
const fileName = (): string =>
  `taccuino-emergenza-${nowInstant().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}.txt`;
