import { API_BASE } from '../../../src/protocol/version.ts';
import type { Demo } from '../start-demo.ts';
import { EVERY_FACE, type Face, type Studio, TIGHT_FACES } from '../studio.ts';

const ALL: readonly Face[] = [...EVERY_FACE, ...TIGHT_FACES];

/** Without a code, and with a wrong one. */
export async function takeDoors(studio: Studio, demo: Demo): Promise<void> {
  const phone = await studio.browse();
  for (const [name, path] of [
    ['no-code', '/door'],
    ['wrong-code', '/door#D969-WRONG'],
  ] as const) {
    await phone.goto('about:blank');
    await phone.goto(`${demo.url}${path}`);
    await phone.getByRole('heading', { level: 1 }).waitFor();
    await phone.locator('progress').waitFor({ state: 'detached' });
    await studio.take(phone, `guest-${name}`, ALL);
  }
}

/** A right code while the server thinks, while it cannot serve, without a network, and where nothing can be stored. */
export async function takeDoorTroubles(studio: Studio, door: string): Promise<void> {
  const phone = await studio.browse();
  const answer = Promise.withResolvers<void>();
  await phone.route(`**${API_BASE}/guest`, async (route) => {
    await answer.promise;
    await route.fulfill({ status: 503, body: '' });
  });
  await phone.goto(door);
  await phone.getByText('Entro nell’evento').waitFor();
  await studio.take(phone, 'guest-coming-in', ALL);
  answer.resolve();
  await phone.getByRole('alert').waitFor();
  await studio.take(phone, 'guest-no-server', ALL);
  await phone.unroute(`**${API_BASE}/guest`);
  await phone.route(`**${API_BASE}/guest`, (route) => route.abort());
  await phone.getByRole('button', { name: 'Riprova' }).click();
  await phone.getByText('Non c’è rete').waitFor();
  await studio.take(phone, 'guest-no-network', ALL);

  const shut = await studio.browse();
  await shut.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  await shut.goto(door);
  await shut.getByRole('alert').waitFor();
  await studio.take(shut, 'guest-no-storage', ALL);
}
