import type { Device } from '../device/open-device.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Carried, RescuePort, RescueRefusal, RescueTrouble } from '../features/remote-ports.ts';
import { RESCUE_FILE_VERSION, RescueFile, type RescueRequest, RescueResponse } from '../protocol/rescue.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { type Ask, failureToTrouble, problemOf } from './ask-server.ts';
import { download, mayShare, share, toRescueFile } from './hand-over-rescue.ts';

/** A rescue file on its way out of this device, and somebody's on its way to the server. */

export async function createRescueText(device: Device, vaultId: string): Promise<Result<string, RescueRefusal>> {
  const made = await device.createRescueFile(vaultId);
  return made.ok ? ok(JSON.stringify(made.value)) : made;
}

export async function carryRescueFile(ask: Ask, text: string): Promise<Result<Carried, RescueTrouble>> {
  const json = parseJson(text);
  const file = RescueFile.safeParse(json);
  if (!file.success) return err(isNewer(json) ? 'newer-file' : 'not-a-rescue-file');
  const body: RescueRequest = { protocol: PROTOCOL_VERSION, file: file.data };
  const answer = await ask({ method: 'POST', path: '/rescue', body, response: RescueResponse });
  if (answer.ok) return ok(answer.value);
  switch (problemOf(answer.error)) {
    case 'VaultUnknown':
      return err('vault-unknown');
    case 'BodyInvalid':
      return err('not-a-rescue-file');
    default:
      return err(failureToTrouble(answer.error));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNewer = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'taccuino' in json &&
  json.taccuino === 'rescue' &&
  'version' in json &&
  Number(json.version) > RESCUE_FILE_VERSION;

export const handOver: Pick<RescuePort, 'save' | 'share'> = {
  save: (text) => download(toRescueFile(text)),
  share: mayShare(toRescueFile('')) ? (text) => share(toRescueFile(text)) : undefined,
};
