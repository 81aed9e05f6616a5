import { describe, expect, test } from 'vitest';
import { checkGlobals } from './check-globals.ts';
import { plantedTree } from './source-tree.ts';

function violationsOf(file: string, text: string): string[] {
  return checkGlobals(plantedTree({ [file]: text })).map(({ message }) => message);
}

describe('the domain', () => {
  test.each([
    ['Date.now', 'const at = Date.now();'],
    ['Date.now', 'const clock = Date.now;'],
    ['new Date()', 'const at = new Date();'],
    ['new Date()', 'const today = () => new Date().toISOString();'],
    ['Date()', 'const at = Date();'],
    ['Math.random', 'const id = Math.random();'],
    ['crypto', 'const id = crypto.randomUUID();'],
    ['crypto', 'const { subtle } = globalThis.crypto;'],
    ['performance', 'const at = performance.now();'],
    ['setTimeout', 'setTimeout(() => {}, 1);'],
    ['localStorage', 'const { length } = localStorage;'],
    ['console', 'console.warn("x");'],
    ['process', 'const { env } = process;'],
    ['crypto', 'const ports = { crypto };'],
  ])('may not use %s: %s', (name, text) => {
    expect(violationsOf('src/domain/a.ts', text)).toContainEqual(expect.stringContaining(`uses ${name}:`));
  });

  test.each([
    'const at = new Date(instant).getTime();',
    'const floor = Math.floor(1.5);',
    'const month = Date.UTC(2026, 0, 1);',
    'const shown = record.document; const row = { document: 1, fetch: 2 };',
    'type Row = { document: string; fetch(): void };',
    'export function sign(crypto: Sealer) { return crypto.seal(); }',
    'export function read({ document, self = 1 }: Row) { return document + self; }',
    '// Date.now() and Math.random() are not for us',
  ])('may write: %s', (text) => {
    expect(violationsOf('src/domain/a.ts', text)).toEqual([]);
  });
});

describe('features and ui', () => {
  test.each([
    'await fetch("/api/push");',
    'await globalThis.fetch("/api/push");',
    'window.fetch("/api/push");',
    'navigator.sendBeacon("/api/push");',
    'new EventSource("/api/live");',
    'new WebSocket("wss://example.org");',
  ])('a feature may not reach the network: %s', (text) => {
    expect(violationsOf('src/features/people/a.ts', text)).toEqual([expect.stringContaining('without network')]);
  });

  test('a feature may look at the screen', () => {
    expect(violationsOf('src/features/people/a.ts', 'window.scrollTo(0, 0); document.title = "x";')).toEqual([]);
  });

  test('ui keeps nothing', () => {
    expect(violationsOf('src/ui/a.ts', 'localStorage.setItem("a", "b");')).toHaveLength(1);
  });

  test('the app may fetch', () => {
    expect(violationsOf('src/app/a.ts', 'await fetch("/api/session");')).toEqual([]);
  });
});
