// A device as the protocol sees it, written apart from the real one: it numbers its changes, sends each batch until it is answered,
// and writes down every word that it was told. A server that lost something it had answered for meets a gap, a fork or another verdict here.

import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import { CHAIN_START, extendChain, hashChange } from '../../src/protocol/change-hash.ts';
import { EnrolResponse } from '../../src/protocol/enrol.ts';
import { Problem } from '../../src/protocol/problem.ts';
import { type PushedChange, PushResponse, type Verdict } from '../../src/protocol/push.ts';
import { ReceiptResponse } from '../../src/protocol/receipt.ts';
import { SessionResponse } from '../../src/protocol/session.ts';
import { API_BASE, PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type { Random } from './random.ts';

export type Writer = {
  /** What was answered for, by change id. */
  readonly toldById: ReadonlyMap<string, Verdict>;
  /** Records of which the server has answered that they are there. */
  readonly recordIds: ReadonlySet<string>;
  readonly resent: () => number;
  /** Status and type of every answer that was not an answer to the push: `503 …:ServerBusy`. */
  readonly problems: ReadonlySet<string>;
  /** What must never happen, in words. */
  readonly faults: string[];
  /** Writes until told to stop, and then until the last batch is answered. */
  readonly work: (random: Random, isOver: () => boolean) => Promise<void>;
  /** Whether the server's receipt is what this device knows. */
  readonly compareReceipt: () => Promise<void>;
};

export type Login = { readonly code: string; readonly username: string; readonly secret: string };

const BATCH_MAX = 8;
/** Far sooner than a real device, and late enough not to be what a starting server is busy with. */
const RETRY_MS = 100;
const REQUEST_MAX_MS = 10_000;
/** As on a road that doubles what it carries. */
const REPLAYED = 0.15;

export async function createWriter(url: string, { code, username, secret }: Login): Promise<Writer> {
  const protocol = PROTOCOL_VERSION;
  const post = (path: string, authorization: string, body: unknown) =>
    fetch(`${url}${API_BASE}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_MAX_MS),
    });
  const enrolled = EnrolResponse.parse(await (await post('/enrol', '', { protocol, code, label: 'Drill' })).json());
  const signIn = await post('/session', `Device ${enrolled.deviceToken}`, { protocol, username, secret });
  const { token } = SessionResponse.parse(await signIn.json());
  const stream = v7();
  const recordIds = new Set<string>();
  const toldById = new Map<string, Verdict>();
  const faults: string[] = [];
  const problems = new Set<string>();
  let [mark, chain, resent] = [0, CHAIN_START, 0];

  /** Until somebody answers; undefined when the answer is a no, which is a fault. */
  async function send(changes: readonly PushedChange[]): Promise<PushResponse | undefined> {
    for (;;) {
      const answer = await post('/push', `Bearer ${token}`, { protocol, stream, changes })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => undefined);
      if (answer?.status === 200) return PushResponse.parse(JSON.parse(answer.text));
      if (answer !== undefined && answer.status < 500) {
        faults.push(`after ${mark} changes a push was answered ${answer.status}: ${answer.text}`);
        return undefined;
      }
      if (answer !== undefined) problems.add(`${answer.status} ${Problem.parse(JSON.parse(answer.text)).type}`);
      resent += 1;
      await sleep(RETRY_MS);
    }
  }

  function note({ verdicts }: PushResponse, changes: readonly PushedChange[]): void {
    if (verdicts.length !== changes.length) faults.push(`${changes.length} changes had ${verdicts.length} verdicts`);
    for (const verdict of verdicts) {
      const told = toldById.get(verdict.changeId);
      if (verdict.verdict === 'refused') faults.push(`refused: ${JSON.stringify(verdict)}`);
      if (told !== undefined && !isDeepStrictEqual(told, verdict))
        faults.push(`told ${JSON.stringify(told)}, then ${JSON.stringify(verdict)}`);
      toldById.set(verdict.changeId, verdict);
    }
  }

  return {
    toldById,
    recordIds,
    resent: () => resent,
    problems,
    faults,
    async work(random, isOver) {
      while (!isOver() && faults.length === 0) {
        const batch = createBatch(random);
        const changes = await Promise.all(
          batch.map(async (change, index) => ({ seq: mark + index + 1, hash: await hashChange(change), change })),
        );
        const answer = await send(changes);
        if (answer === undefined) return;
        note(answer, changes);
        for (const { recordId } of batch) recordIds.add(recordId);
        mark += changes.length;
        for (const { hash } of changes) chain = await extendChain(chain, hash);
        const again = random.chance(REPLAYED) ? await send(changes) : undefined;
        if (again !== undefined) note(again, changes);
      }
    },
    async compareReceipt() {
      const answer = await fetch(`${url}${API_BASE}/receipt?protocol=${protocol}&stream=${stream}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { mark: held, count, chain: head } = ReceiptResponse.parse(await answer.json());
      if (held !== mark || count !== mark || head !== chain)
        faults.push(`the receipt says ${held} (${count}, ${head}), the device ${mark} (${chain})`);
    },
  };
}

/** People, services for them, comments on both: creates and edits of rows in one transaction. */
function createBatch(random: Random) {
  const at = new Date().toISOString();
  const date = at.slice(0, 10);
  const change = (recordId: string, rest: { kind: string; type: string } & Record<string, unknown>) => ({
    id: v7(),
    recordId,
    at,
    ...rest,
  });
  const person = v7();
  const batch = [change(person, { kind: 'beneficiary', type: 'create', fields: { nickname: 'Prova' } })];
  const rest = random.below(BATCH_MAX);
  for (let nth = 0; nth < rest; nth += 1) {
    batch.push(
      random.chance(0.6)
        ? change(v7(), { kind: 'service', type: 'create', fields: { types: ['CONT'], date, beneficiary: person } })
        : change(person, { kind: 'beneficiary', type: 'comment', text: `Nota ${nth}` }),
    );
  }
  return batch;
}
