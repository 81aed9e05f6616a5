import { z } from 'zod';
import type { MailboxRow } from '../../protocol/mailbox.ts';
import { PushedChange } from '../../protocol/push.ts';
import type { VaultKey } from '../../vault/aes-gcm.ts';
import { base64urlToBytes } from '../../vault/base64url.ts';
import { outboxContext } from '../../vault/outbox-context.ts';
import { open } from '../../vault/seal.ts';
import { parseJson } from '../http/read-body.ts';

/** A sealed outbox row as the change that a push would have carried; undefined when it does not open as one. */
export type OpenedRow = { readonly seq: number; readonly changeId: string; readonly pushed: PushedChange | undefined };

/** The longest change of ours in UTF-8, with room; a row that inflates further was made to eat memory. */
const ROW_CONTENT_BYTES_MAX = 1024 * 1024;

/** What the device seals (`device/outbox-rows.ts`), as much of it as is decided on. The change itself is parsed by the push. */
const RowContent = z.looseObject({ change: PushedChange.shape.change, hash: PushedChange.shape.hash });

/** One after the other, so that only one row at a time can weigh as much as it may. */
export async function openRows(key: VaultKey, rows: readonly MailboxRow[]): Promise<OpenedRow[]> {
  const opened: OpenedRow[] = [];
  for (const { seq, changeId, sealed } of rows) {
    opened.push({ seq, changeId, pushed: await openRow(key, { seq, changeId, sealed }) });
  }
  return opened;
}

async function openRow(key: VaultKey, { seq, changeId, sealed }: MailboxRow): Promise<PushedChange | undefined> {
  const bytes = base64urlToBytes(sealed);
  if (bytes === undefined) return undefined;
  const opened = await open(key, outboxContext(changeId), bytes, ROW_CONTENT_BYTES_MAX);
  const json = opened.ok ? parseJson(opened.value) : undefined;
  const content = json?.ok ? RowContent.safeParse(json.value) : undefined;
  if (content?.success !== true || content.data.change.id !== changeId) return undefined;
  return { seq, hash: content.data.hash, change: content.data.change };
}
