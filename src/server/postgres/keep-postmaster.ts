import { ok, type Result } from '../../domain/result.ts';
import type { ClusterPlace } from './create-cluster.ts';
import { type EmbeddedPostgresFailure, type PostgresLog, postgresFailed } from './postgres-failure.ts';
import { type Postmaster, runPostmaster } from './run-postmaster.ts';
import { stopLeftoverPostgres } from './stop-leftover-postgres.ts';

/** Starts PostgreSQL again on the same port when it ends by itself (killed for memory, a crash); pools then reconnect. */
export type PostmasterKeeper = { readonly lost: Promise<EmbeddedPostgresFailure>; stop(): Promise<void> };

/** More often than this in a minute is no accident, and restarting would only hide it. */
const RESTARTS_A_MINUTE_MAX = 5;
const MINUTE_MS = 60_000;

export async function keepPostmaster(
  place: ClusterPlace,
  port: number,
  log: PostgresLog,
): Promise<Result<PostmasterKeeper, EmbeddedPostgresFailure>> {
  const first = await runPostmaster(place, port, log);
  if (!first.ok) return first;
  const lost = Promise.withResolvers<EmbeddedPostgresFailure>();
  let current: Postmaster = first.value;
  let isStopping = false;

  const watch = async () => {
    let endedAt: number[] = [];
    for (;;) {
      await current.ended;
      if (isStopping) return;
      log('postgres-ended-unexpectedly');
      endedAt = [...endedAt.filter((at) => at > Date.now() - MINUTE_MS), Date.now()];
      if (endedAt.length > RESTARTS_A_MINUTE_MAX) return lost.resolve(endsAgainAndAgain(place.clusterDir));
      const again = await restart(place, port, log);
      if (!again.ok) return lost.resolve(again.error);
      current = again.value;
      if (isStopping) return await current.stop();
    }
  };
  const watching = watch();

  const stop = async () => {
    isStopping = true;
    await current.stop();
    await watching;
  };
  return ok({ lost: lost.promise, stop });
}

/** Children of a killed PostgreSQL outlive it for a moment; a new one must not start beside them. */
async function restart(place: ClusterPlace, port: number, log: PostgresLog) {
  const startedAt = Date.now();
  const cleared = await stopLeftoverPostgres(place.clusterDir, log);
  if (!cleared.ok) return cleared;
  const again = await runPostmaster(place, port, log);
  if (again.ok) log('postgres-restarted', { port, ms: Date.now() - startedAt });
  return again;
}

const endsAgainAndAgain = (clusterDir: string): EmbeddedPostgresFailure =>
  postgresFailed(`PostgreSQL ended by itself again and again; its log in ${clusterDir}/log says why.`);
