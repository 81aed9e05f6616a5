import { createMailer, type MailNews } from '../../src/sync/create-mailer.ts';
import { createMailServerPort } from '../../src/sync/mail-server-port.ts';
import type { World } from './create-world.ts';
import type { Place } from './place.ts';

/** How long a round may take on a busy machine before it counts as stuck. */
const ROUND_MS = 30_000;

/**
 * What a tab with a lock screen does for the vaults of this place: rounds of the mailer over the place's own network, until nothing more is
 * under way. `dies` ends the tab right after that question of its round was answered.
 */
export async function mailLocked(
  world: World,
  { device, network }: Pick<Place, 'device' | 'network'>,
  dies?: 'after mail' | 'after asking' | 'before removal' | 'after removal',
): Promise<readonly MailNews[]> {
  const news: MailNews[] = [];
  const faults: unknown[] = [];
  const here = device();
  const http = { fetch: network.fetch, origin: world.server.url };
  const server = createMailServerPort(http, () => here.enrolment.peek()?.deviceToken);
  const never = () => new Promise<never>(() => undefined);
  await new Promise<void>((resolve, reject) => {
    const timeout = setTimeout(() => reject(new Error('the mailer did not come to rest')), ROUND_MS);
    const end = () => {
      clearTimeout(timeout);
      mailer.stop();
      resolve();
    };
    const dieIf = async <T>(moment: typeof dies, work: () => Promise<T>): Promise<T> => {
      const done = await work();
      if (dies !== moment) return done;
      end();
      return never();
    };
    const dieBeforeRemoval = <T>(work: () => Promise<T>): Promise<T> => {
      if (dies !== 'before removal') return work();
      end();
      return never();
    };
    const ports = {
      server: {
        mail: (request: Parameters<typeof server.mail>[0]) => dieIf('after mail', () => server.mail(request)),
        mailPiece: server.mailPiece,
        epoch: server.epoch,
        isRevoked: () => dieIf('after asking', server.isRevoked),
        sayWiped: server.sayWiped,
      },
      removeVault: (...given: Parameters<typeof here.removeVault>) =>
        dieBeforeRemoval(() => here.removeVault(...given)),
      wipe: () => dieBeforeRemoval(() => dieIf('after removal', here.wipe)),
      async hold(_: string, work: () => Promise<void>) {
        await work();
        return true;
      },
      lead: (work: (released: AbortSignal) => Promise<void>) => work(new AbortController().signal),
      random: () => 0.5,
      after: () => {
        setImmediate(end);
        return () => undefined;
      },
      tell(one: MailNews) {
        news.push(one);
        if (one.what === 'device-cleared') setImmediate(end);
      },
      reportFault: (error: unknown) => faults.push(error),
    };
    let mailer = { stop: () => {} };
    void here.lockedMail().then((mail) => {
      mailer = createMailer({ mail, ...ports });
    });
  });
  if (faults.length > 0) throw faults[0];
  await here.refreshVaults();
  return news;
}
