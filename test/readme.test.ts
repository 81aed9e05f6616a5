import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Environment } from '../src/server/config.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The table of settings as the code has them. When this fails, put the expected text between the README's two marks. */
function settingsTable(): string {
  const { properties = {} } = z.toJSONSchema(Environment, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties).map(([name, property]) => {
    const { description = '', default: standard } = property as { description?: string; default?: unknown };
    const isEmpty = standard === undefined || (Array.isArray(standard) && standard.length === 0);
    return `\`${name}\` | ${isEmpty ? '–' : `\`${standard}\``} | ${description.replaceAll('|', '\\|')}`;
  });
  return ['variable | default | what it does', '--- | --- | ---', ...rows].join('\n');
}

it('the README lists every setting as the code has it', () => {
  const between = readme.split('<!-- settings:start -->\n')[1]?.split('\n<!-- settings:end -->')[0];
  expect(between).toBe(settingsTable());
});

it('every picture and page that the README points to is there', () => {
  const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target ?? '');
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

it('the map stays short enough to be read', () => {
  expect(readFileSync(join(root, 'src/README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
});
