/**
 * Our Content-Security-Policy forbids compiling code from strings, so zod must not try. Set through its global instead of
 * `z.config`, because this has to hold before the first schema is made and must not pull zod into what loads before unlock.
 */
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

export {};

globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };
