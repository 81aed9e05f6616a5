import { describe, expect, test } from 'vitest';
import { Environment, readConfig } from '../../src/server/config.ts';

describe('the configuration', () => {
  test('has a default for all that is not needed', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      value: { TACCUINO_PORT: 8080, TACCUINO_HOST: '127.0.0.1', TACCUINO_DATA: './data' },
    });
  });

  test('documents every variable', () => {
    for (const [name, schema] of Object.entries(Environment.shape))
      expect([name, schema.description]).toEqual([name, expect.stringMatching(/\.$/)]);
  });

  test('says all that is wrong at once, without repeating values', () => {
    const read = readConfig({
      TACCUINO_PORT: '99999',
      TACCUINO_SERVER_KEY: 'hunter2',
      DATABASE_URL: 'mysql://user:hunter2@x',
      PATH: '/bin',
    });
    const lines = read.ok ? [] : read.error;
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'TACCUINO_PORT',
      'TACCUINO_SERVER_KEY',
    ]);
    expect(lines.join()).not.toContain('hunter2');
  });

  test('refuses a database address that names no user', () => {
    const read = readConfig({ DATABASE_URL: 'postgres://127.0.0.1/taccuino' });
    expect(read).toEqual({ ok: false, error: ['DATABASE_URL: has to name its user, as in postgres://user@host/name'] });
  });

  test.each([
    ['TACCUINO_PORT', 'eight', 'is a whole number from 0 to 65535'],
    ['TACCUINO_PORT', '1e3', 'is a whole number from 0 to 65535'],
    ['TACCUINO_DATABASE_CONNECTIONS', '0', 'is a whole number from 1 to 500'],
    ['TACCUINO_REQUESTS_MAX', '-1', 'is a whole number from 1 on'],
    ['DATABASE_URL', 'mysql://user@x', 'is no address of a PostgreSQL, as postgres://user@host/name'],
    ['TACCUINO_TRUSTED_PROXY', '10.0.0.1, proxy.example', 'are IP addresses, by commas; no names and no networks'],
    ['TACCUINO_TRUSTED_PROXY', '10.0.0.0/8', 'are IP addresses, by commas; no names and no networks'],
    ['TACCUINO_METRICS_TOKEN', 'short', 'has to be 16 characters or longer'],
    ['TACCUINO_LOG_LEVEL', 'loud', 'is one of debug, info, warn, error'],
  ])('says in a sentence what is wrong with %s=%s', (name, value, sentence) => {
    expect(readConfig({ [name]: value })).toEqual({ ok: false, error: [`${name}: ${sentence}`] });
  });

  test('refuses a name that is none, and half a TLS', () => {
    expect(readConfig({ TACCUINO_PROT: '1' })).toEqual({
      ok: false,
      error: ['TACCUINO_PROT: there is no such setting'],
    });
    expect(readConfig({ TACCUINO_TLS_CERT: 'x' }).ok).toBe(false);
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '' })).toMatchObject({ ok: true });
  });
});
