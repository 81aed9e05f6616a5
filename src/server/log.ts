/** One JSON line an event. Fields are ids, counts, codes and patterns: never what people wrote, never a query, never a token. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

const RANKS = { debug: 0, info: 1, warn: 2, error: 3 } as const satisfies Record<LogLevel, number>;

export const createLog =
  (lowest: LogLevel, write: (line: string) => void): Log =>
  (level, event, fields = {}) => {
    if (RANKS[level] < RANKS[lowest]) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };

/** Where an error happened, without its message: messages quote values. */
export function errorToFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    error: error.name,
    code,
    where: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}
