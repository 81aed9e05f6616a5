import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** A port that was free a moment ago: whoever binds it later must be ready to lose it. */
export async function findFreePort(): Promise<number> {
  const port = await bindOnce(0);
  if (port === undefined) throw new Error(`no free port on ${HOST}`);
  return port;
}

export const isPortFree = async (port: number): Promise<boolean> => (await bindOnce(port)) !== undefined;

function bindOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: HOST, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
