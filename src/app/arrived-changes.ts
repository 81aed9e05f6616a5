import { computed, effect, signal } from '@preact/signals';
import { z } from 'zod';
import type { OpenVault } from '../device/open-vault.ts';
import { Change } from '../domain/change.ts';
import { Instant } from '../domain/primitives.ts';
import type { ArrivedItem, ArrivedList, ArrivedPort, RemoteTrouble } from '../features/remote-ports.ts';
import {
  AttentionResponse,
  type ServerAttentionItem,
  type SettleRequest,
  SettleResponse,
} from '../protocol/attention.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { type Ask, orTrouble } from './ask-server.ts';

/**
 * The coordinator's half of "needs attention": what the server holds, looked at after every contact, and kept on this device as a
 * sealed draft, so that it can be read and corrected without a network. A correction is an ordinary change; that it settles the
 * refused one is told to the server only when that change has arrived, and never when it was refused itself.
 */
const LIST_KEY = 'arrived:list';
const MENDED_KEY = 'arrived:mended';

const KeptList = z.object({ at: Instant, items: AttentionResponse.shape.items });
type KeptList = z.infer<typeof KeptList>;
/** Change on the server → the coordinator's own change that puts it right. */
const Mended = z.record(z.string(), z.string());
type Mended = z.infer<typeof Mended>;

type Ports = { readonly vault: OpenVault; readonly ask: Ask; readonly now: () => Instant };
export type ArrivedChanges = ArrivedPort & { readonly stop: () => void };

export function startArrived({ vault, ask, now }: Ports): ArrivedChanges {
  const isMine = vault.actor.role === 'coordinator';
  const kept = signal<KeptList | undefined>(isMine ? parsed(KeptList, vault.drafts.find(LIST_KEY)) : undefined);
  const mended = signal<Mended>(parsed(Mended, vault.drafts.find(MENDED_KEY)) ?? {});
  const list = signal<ArrivedList | undefined>(undefined);
  const trouble = signal<RemoteTrouble | undefined>(undefined);
  /** Another value with each contact; undefined without a network. */
  const contact = computed(() => {
    const { isOnline, lastContactAt } = vault.status.value;
    return isOnline === true ? (lastContactAt ?? '') : undefined;
  });
  let isLoading = false;
  let isSettling = false;
  let isSettlingDue = false;
  let isStopped = false;

  const stops = [
    effect(() => {
      const known = kept.value;
      const byChange = mended.value;
      list.value = known && { at: known.at, items: known.items.map((item) => toItem(item, byChange)) };
    }),
    effect(() => {
      // Each contact may have brought something.
      if (contact.value !== undefined) void load();
    }),
    effect(() => {
      void [vault.outbox.value, mended.value, contact.value];
      void settleMended();
    }),
  ];

  return {
    list,
    trouble,
    load,
    async settle(changeId, how, note) {
      const settled = await askToSettle(changeId, { protocol: PROTOCOL_VERSION, how, ...(note && { note }) });
      await load();
      return settled;
    },
    noteMended: (changeId, ownChangeId) => keepMended({ ...mended.peek(), [changeId]: ownChangeId }),
    stop() {
      isStopped = true;
      for (const stop of stops) stop();
    },
  };

  async function load(): Promise<void> {
    if (!isMine || isLoading) return;
    isLoading = true;
    const answer = orTrouble(await ask({ method: 'GET', path: '/attention', response: AttentionResponse }));
    isLoading = false;
    if (isStopped || vault.isLocked.peek()) return;
    trouble.value = answer.ok ? undefined : answer.error;
    if (!answer.ok) return;
    const next: KeptList = { at: now(), items: answer.value.items };
    // A new instant alone is not worth a write to the disk with every contact.
    const isNews = JSON.stringify(next.items) !== JSON.stringify(kept.peek()?.items);
    kept.value = next;
    if (isNews) vault.drafts.save(LIST_KEY, JSON.parse(JSON.stringify(next)));
  }

  async function settleMended(): Promise<void> {
    isSettlingDue = true;
    if (isSettling) return;
    isSettling = true;
    while (isSettlingDue) {
      isSettlingDue = false;
      await settleOnce();
    }
    isSettling = false;
  }

  async function settleOnce(): Promise<void> {
    for (const [changeId, ownChangeId] of Object.entries(mended.peek())) {
      const row = vault.outbox.peek().find(({ change }) => change.id === ownChangeId);
      // Refused like the one before: then it mends nothing, and the item stays open.
      if (row?.state === 'attention') forgetMended(changeId);
      if (row !== undefined || contact.peek() === undefined || isStopped) continue;
      const settled = await askToSettle(changeId, { protocol: PROTOCOL_VERSION, how: 'mended' });
      if (isStopped || vault.isLocked.peek()) return;
      if (settled.ok || settled.error === 'gone') {
        forgetMended(changeId);
        await load();
      }
    }
  }

  async function askToSettle(changeId: string, body: SettleRequest) {
    return orTrouble(await ask({ method: 'POST', path: `/attention/${changeId}`, body, response: SettleResponse }));
  }

  function forgetMended(changeId: string): void {
    const { [changeId]: _, ...others } = mended.peek();
    keepMended(others);
  }

  function keepMended(next: Mended): void {
    mended.value = next;
    if (Object.keys(next).length > 0) vault.drafts.save(MENDED_KEY, next);
    else void vault.drafts.discard(MENDED_KEY);
  }
}

function toItem({ change, ...item }: ServerAttentionItem, mended: Mended): ArrivedItem {
  return {
    ...item,
    refusal: item.refusal,
    sentBackAt: item.sentBackAt,
    change: parsed(Change, change),
    isMendedHere: Object.hasOwn(mended, item.changeId),
  };
}

/** What this version of the app cannot read is as if it were not there: the next answer of the server brings it again. */
function parsed<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
