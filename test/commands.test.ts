// Every command of package.json that runs one of our programs says how it is used, and says no to what it does not know.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const program = /\bnode (\S+\.ts)$/.exec(script)?.[1];
  return program === undefined ? [] : [{ name, program }];
});

function run(program: string, parameter: string) {
  return spawnSync(process.execPath, [program, parameter], { cwd: root, encoding: 'utf8', timeout: 15_000 });
}

test('the commands that people are promised are there', () => {
  expect(commands.map(({ name }) => name)).toEqual([
    'dev',
    'start',
    'admin',
    'backup',
    'restore',
    'demo',
    'bench',
    'duplicates',
    'drill',
    'simulate',
    'shots',
  ]);
});

describe.each(commands)('npm run $name', ({ name, program }) => {
  test('--help says how it is used', () => {
    const { status, stdout } = run(program, '--help');
    expect(stdout).toMatch(new RegExp(`npm (run )?${name}`));
    expect(status).toBe(0);
  });

  test('an option it does not know is refused, by its name, and nothing starts', () => {
    const { status, stderr, signal } = run(program, '--no-such-option');
    expect(stderr).toContain('--no-such-option');
    expect(signal).toBeNull();
    // BSD's sysexits: wrong use. A program that fell over would end with 1.
    expect(status).toBe(64);
  });

  // A program loads its work only when it is asked to work, so help alone would not tell that the work cannot be loaded.
  test('what it loads later can be loaded by plain Node', () => {
    const later = [...readFileSync(join(root, program), 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, path]) =>
      join(root, dirname(program), path ?? ''),
    );
    for (const path of later) {
      const { status, stderr } = run(
        '--input-type=module',
        `--eval=await import(${JSON.stringify(path)}); process.exit(0)`,
      );
      expect({ path, status, stderr }).toEqual({ path, status: 0, stderr: '' });
    }
  });
});
