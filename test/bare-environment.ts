/**
 * What a program that a test starts gets from this machine: nothing that whoever runs the tests has set for themselves. Node keeps what it
 * has compiled, so that a server's hundredth start compiles nothing (set in vite.config.ts).
 */
export const bareEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
});
