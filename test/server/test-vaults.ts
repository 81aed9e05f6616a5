import { v7 as newUuid } from 'uuid';
import { sealFile } from '../../src/device/file-rows.ts';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { hashChange } from '../../src/protocol/change-hash.ts';
import type { MailboxRow } from '../../src/protocol/mailbox.ts';
import type { MailedPiece } from '../../src/protocol/mailed-piece.ts';
import type { RescueFile } from '../../src/protocol/rescue.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import { findStoredMunicipality } from '../../src/server/store/municipalities.ts';
import { bytesToBase64url } from '../../src/vault/base64url.ts';
import { createDataKey, type DataKey } from '../../src/vault/data-key.ts';
import { type EscrowSlot, sealEscrowSlot } from '../../src/vault/escrow-slot.ts';
import { outboxContext } from '../../src/vault/outbox-context.ts';
import { sealJson } from '../../src/vault/seal.ts';
import type { ApiAnswer } from './api-client.ts';
import type { TestServer, TestSession } from './start-test-server.ts';
import type { TestChange } from './test-changes.ts';

/** A vault as a device holds it: locked to everybody who has not its data key. */
export type TestVault = {
  readonly id: string;
  readonly dataKey: DataKey;
  readonly slot: EscrowSlot;
  readonly session: TestSession;
};

export async function createVault(server: TestServer, session: TestSession): Promise<TestVault> {
  const id = newUuid();
  const dataKey = await createDataKey();
  const municipality = await findStoredMunicipality(server.app, MunicipalityId.parse(session.actor.municipality));
  if (municipality === undefined) throw new Error('no such municipality');
  return { id, dataKey, session, slot: await sealEscrowSlot(dataKey.raw, municipality.escrow, id) };
}

export const register = ({ id, slot, session }: TestVault): Promise<ApiAnswer> =>
  session.api.put(`${API_BASE}/vaults/${id}`, { protocol: 2, escrow: slot });

export async function createRegisteredVault(server: TestServer, session: TestSession): Promise<TestVault> {
  const vault = await createVault(server, session);
  const answer = await register(vault);
  if (answer.status !== 204) throw new Error(`not registered: ${answer.text}`);
  return vault;
}

/** What `device/outbox-rows.ts` seals. */
export async function sealRow(vault: TestVault, seq: number, change: TestChange): Promise<MailboxRow> {
  const content = { change, hash: await hashChange(change), savedAt: change.at };
  return sealContent(vault, { seq, changeId: change.id }, content);
}

export async function sealContent(
  { dataKey }: Pick<TestVault, 'dataKey'>,
  place: { seq: number; changeId: string },
  content: unknown,
): Promise<MailboxRow> {
  const sealed = await sealJson(dataKey.key, outboxContext(place.changeId), content);
  return { ...place, sealed: bytesToBase64url(sealed) };
}

export const sealRows = (vault: TestVault, changes: readonly TestChange[], firstSeq = 1): Promise<MailboxRow[]> =>
  Promise.all(changes.map((change, index) => sealRow(vault, firstSeq + index, change)));

/** A piece of a file as it lies on the vault's device. */
export async function sealPiece(
  { id, dataKey }: TestVault,
  file: Uint8Array<ArrayBuffer>,
  place: number,
): Promise<MailedPiece> {
  const fileId = newUuid();
  const sealed = await sealFile({ key: dataKey.key, vaultId: id, fileId }, file, 'image/jpeg');
  return {
    protocol: 3,
    vaultId: id,
    fileId,
    file: bytesToBase64url(sealed.file.sealed),
    place,
    piece: bytesToBase64url(sealed.pieces[place]?.sealed ?? new Uint8Array()),
  };
}

/** From the vault's own device, locked or not. */
export const sendMail = (
  server: TestServer,
  { id, session }: TestVault,
  stream: string,
  rows: readonly MailboxRow[],
): Promise<ApiAnswer> =>
  server.api
    .as(`Device ${session.device.token}`)
    .post(`${API_BASE}/mailbox`, { protocol: 2, vaultId: id, stream, rows });

export const createRescueFile = (
  { id, session }: TestVault,
  stream: string,
  rows: readonly MailboxRow[],
): RescueFile => ({
  taccuino: 'rescue',
  version: 1,
  municipality: session.actor.municipality,
  deviceId: session.device.id,
  deviceLabel: 'Test tablet',
  savedAt: '2026-11-20T10:00:00.000Z',
  vaultId: id,
  stream,
  rows: [...rows],
});

export const carryIn = ({ api }: TestSession, file: RescueFile): Promise<ApiAnswer> =>
  api.post(`${API_BASE}/rescue`, { protocol: 2, file });
