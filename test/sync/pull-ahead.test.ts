import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { pullAhead } from '../../src/sync/pull-ahead.ts';
import type { ServerPort } from '../../src/sync/server-port.ts';

const EPOCH = '0b8e3c0e-5d3e-4b0e-9d0c-1f2f3a4b5c6d';
const nobody = (): never => {
  throw new Error('only pulls are asked for here');
};

/** Three pages, told apart by their cursors. */
function createPages() {
  const asked: string[] = [];
  const server: ServerPort = {
    push: nobody,
    receipt: nobody,
    renewSession: nobody,
    listen: nobody,
    pull: async (token, cursor = '0') => {
      asked.push(`${token} ${cursor}`);
      const page = Number(cursor) + 1;
      return ok({ epoch: EPOCH, records: [], cursor: String(page), remaining: Math.max(0, 3 - page) });
    },
  };
  return { asked, port: pullAhead(server) };
}

const cursorOf = async (answer: ReturnType<ServerPort['pull']>) => {
  const page = await answer;
  return page.ok ? page.value.cursor : undefined;
};

describe('pulling ahead', () => {
  it('has the next page on its way while the last one is being stored, and asks for each page once', async () => {
    const { asked, port } = createPages();
    expect(await cursorOf(port.pull('token', undefined))).toBe('1');
    expect(asked).toEqual(['token 0', 'token 1']);
    expect(await cursorOf(port.pull('token', '1'))).toBe('2');
    expect(await cursorOf(port.pull('token', '2'))).toBe('3');
    expect(asked).toEqual(['token 0', 'token 1', 'token 2']);
  });

  it('asks for nothing after the last page', async () => {
    const { asked, port } = createPages();
    await port.pull('token', '2');
    expect(asked).toEqual(['token 2']);
  });

  it('gives a page that could not be stored again, and not the one after it', async () => {
    const { port } = createPages();
    await port.pull('token', '0');
    expect(await cursorOf(port.pull('token', '0'))).toBe('1');
    expect(await cursorOf(port.pull('token', '1'))).toBe('2');
  });

  it('gives nothing that was asked for with another session', async () => {
    const { asked, port } = createPages();
    await port.pull('old', '0');
    await port.pull('new', '1');
    expect(asked).toEqual(['old 0', 'old 1', 'new 1', 'new 2']);
  });
});
