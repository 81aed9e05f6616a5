import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { pullAhead } from '../../src/sync/pull-ahead.ts';
import type { ServerPort } from '../../src/sync/server-port.ts';

const EPOCH = '0b8e3c0e-5d3e-4b0e-9d0c-1f2f3a4b5c6d';
const nobody = (): never => {
  throw new Error('only pulls are asked for here');
};

/** Six pages, told apart by their cursors. */
function createPages() {
  const asked: string[] = [];
  const sizes: number[] = [];
  const server: ServerPort = {
    push: nobody,
    register: nobody,
    returned: nobody,
    takeReturned: nobody,
    standing: nobody,
    receipt: nobody,
    renewSession: nobody,
    listen: nobody,
    pull: async (token, cursor = '0', recordsMax) => {
      sizes.push(recordsMax);
      asked.push(`${token} ${cursor}`);
      const page = Number(cursor) + 1;
      return ok({ epoch: EPOCH, records: [], cursor: String(page), remaining: Math.max(0, 6 - page) });
    },
  };
  return { asked, sizes, port: pullAhead(server) };
}

const cursorOf = async (answer: ReturnType<ServerPort['pull']>) => {
  const page = await answer;
  return page.ok ? page.value.cursor : undefined;
};

/** As long as storing a page takes at least. */
const store = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

describe('pulling ahead', () => {
  it('has the next two pages on their way while one is being stored, and no more', async () => {
    const { asked, port } = createPages();
    await port.pull('token', undefined, 1_000);
    await store();
    expect(asked).toEqual(['token 0', 'token 1', 'token 2']);
  });

  it('gives every page in order, asks for each once, and for nothing after the last', async () => {
    const { asked, port } = createPages();
    for (let page = 1; page <= 6; page += 1) {
      expect(await cursorOf(port.pull('token', String(page - 1), 1_000))).toBe(String(page));
      if (page % 2 === 0) await store();
    }
    await store();
    expect(asked).toEqual(['token 0', 'token 1', 'token 2', 'token 3', 'token 4', 'token 5']);
  });

  it('gives a page that could not be stored again, and not the one after it', async () => {
    const { port } = createPages();
    await port.pull('token', '0', 1_000);
    await store();
    expect(await cursorOf(port.pull('token', '0', 1_000))).toBe('1');
    expect(await cursorOf(port.pull('token', '1', 1_000))).toBe('2');
  });

  it('gives nothing that was asked for with another session', async () => {
    const { asked, port } = createPages();
    await port.pull('old', '3', 1_000);
    await store();
    await port.pull('new', '4', 1_000);
    await store();
    expect(asked).toEqual(['old 3', 'old 4', 'old 5', 'new 4', 'new 5']);
  });

  it('asks ahead for pages of the size last wished for, and still gives those that were on their way', async () => {
    const { asked, sizes, port } = createPages();
    await port.pull('token', '0', 125);
    await store();
    expect(await cursorOf(port.pull('token', '1', 250))).toBe('2');
    await store();
    expect(asked).toEqual(['token 0', 'token 1', 'token 2', 'token 3']);
    expect(sizes).toEqual([125, 125, 125, 250]);
  });
});
