import { describe, expect, it, vi } from 'vitest';
import { createHttpServerPort } from '../../src/sync/http-server-port.ts';

const encoder = new TextEncoder();
const never = new AbortController().signal;

/** A live connection on which a test writes. */
function createConnection(liveSilenceMs = 1_000) {
  let lines: ReadableStreamDefaultController<Uint8Array> | undefined;
  const port = createHttpServerPort(
    {
      origin: '',
      liveSilenceMs,
      fetch: async (_, init) => {
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            lines = controller;
            init?.signal?.addEventListener('abort', () => controller.error(new Error('cut')));
          },
        });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      },
    },
    () => Promise.reject(new Error('nobody signs in here')),
  );
  let advanced = 0;
  const listening = port.listen('token', () => (advanced += 1), never);
  return {
    listening,
    advanced: () => advanced,
    async write(text: string) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      lines?.enqueue(encoder.encode(text));
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    beat: () => lines?.enqueue(encoder.encode(': alive\n\n')),
    close: () => lines?.close(),
  };
}

describe('a live connection', () => {
  it('tells of itself, because what advanced before it stood was told to nobody', async () => {
    const { write, advanced, close, listening } = createConnection();
    await write(': connected\n\n');
    expect(advanced()).toBe(1);
    close();
    await listening;
  });

  it('tells of each event, however it is cut into pieces, and of nothing else', async () => {
    const { write, advanced, close, listening } = createConnection();
    await write('event: adva');
    await write('nced\ndata: \n\n: alive\n\nevent: other\n\n');
    expect(advanced()).toBe(2);
    await write('event: advanced\r\ndata: \r\n\r\n');
    expect(advanced()).toBe(3);
    close();
    await listening;
  });

  it('that is silent for longer than two heartbeats is cut, and one that beats is not', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { beat, listening } = createConnection(60_000);
    let isOver = false;
    const over = listening.catch(() => undefined).then(() => (isOver = true));
    for (let beats = 0; beats < 5; beats += 1) {
      await vi.advanceTimersByTimeAsync(25_000);
      beat();
    }
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(61_000);
    await over;
    expect(isOver).toBe(true);
    vi.useRealTimers();
  });
});
