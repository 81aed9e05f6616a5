import { assert } from '../../domain/assert.ts';
import type { Change } from '../../domain/change.ts';
import { countPieces, PIECE_BYTES } from '../../domain/file-pieces.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { hashChange } from '../../protocol/change-hash.ts';
import { EnrolResponse } from '../../protocol/enrol.ts';
import { PUSH_CHANGES_MAX, PushResponse } from '../../protocol/push.ts';
import { SessionResponse } from '../../protocol/session.ts';
import { API_BASE, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { type DeriveRoot, loginSalt, rootToLoginSecret } from '../../vault/password-root.ts';
import type { DemoFile } from './demo-files.ts';

/**
 * A device without a screen: it enrols, signs in and pushes over HTTP exactly as a tablet does, so that demonstration data passes every
 * check that real data passes.
 */
export type DemoClient = {
  /** Sends the changes in order and gives the version each record came to. A refusal is a bug of the demonstration. */
  readonly push: (changes: readonly Change[]) => Promise<ReadonlyMap<string, number>>;
  /** Attachments with their files, the records first; gives the version each came to. */
  readonly attach: (files: readonly DemoFile[]) => Promise<ReadonlyMap<string, number>>;
};

export type DemoLogin = {
  readonly url: string;
  readonly municipality: MunicipalityId;
  readonly code: string;
  readonly username: string;
  readonly password: string;
  readonly stream: string;
  readonly deriveRoot: DeriveRoot;
};

export async function createDemoClient(login: DemoLogin): Promise<DemoClient> {
  const { url, municipality, code, username, password, stream, deriveRoot } = login;
  const protocol = PROTOCOL_VERSION;
  const label = `Tablet di ${username}`;
  const device = EnrolResponse.parse(await post(`${url}${API_BASE}/enrol`, { protocol, code, label }));
  const root = await deriveRoot({ password, salt: await loginSalt({ municipality, username }) });
  const session = SessionResponse.parse(
    await post(
      `${url}${API_BASE}/session`,
      { protocol, username, secret: await rootToLoginSecret(root) },
      `Device ${device.deviceToken}`,
    ),
  );
  let seq = 0;
  return {
    push,
    async attach(files) {
      const versions = await push(files.map(({ change }) => change));
      for (const { bytes, change } of files) {
        const path = `${url}${API_BASE}/files/${String(change.fields.sha256)}/pieces`;
        for (let place = 0; place < countPieces(bytes.length); place += 1) {
          const piece = bytes.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES);
          const headers = { authorization: `Bearer ${session.token}` };
          const answer = await fetch(`${path}/${place}`, { method: 'PUT', headers, body: new Uint8Array(piece) });
          assert(answer.ok, 'the demonstration has files that are taken', await answer.text());
        }
      }
      return versions;
    },
  };

  async function push(changes: readonly Change[]): Promise<ReadonlyMap<string, number>> {
    const versions = new Map<string, number>();
    for (let start = 0; start < changes.length; start += PUSH_CHANGES_MAX) {
      const page = changes.slice(start, start + PUSH_CHANGES_MAX);
      const pushed = await Promise.all(
        page.map(async (change, index) => ({ seq: seq + index + 1, hash: await hashChange(change), change })),
      );
      seq += page.length;
      const body = { protocol, stream, changes: pushed };
      const answer = PushResponse.parse(await post(`${url}${API_BASE}/push`, body, `Bearer ${session.token}`));
      for (const verdict of answer.verdicts) {
        assert(verdict.verdict !== 'refused', 'the demonstration is made of valid changes', verdict);
        const change = page.find(({ id }) => id === verdict.changeId);
        if (change !== undefined && verdict.version !== undefined) versions.set(change.recordId, verdict.version);
      }
    }
    return versions;
  }
}

async function post(url: string, body: unknown, authorization?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  assert(answer.ok, `${url} answered ${answer.status}`, text);
  return JSON.parse(text);
}
