import { expect, test } from 'vitest';
import { type BrowserPlaces, findBrowser } from './find-browser.ts';

function machine(executables: string[], env: NodeJS.ProcessEnv = {}): BrowserPlaces {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    isExecutable: (path) => executables.includes(path),
    playwrightPath: () => '/cache/playwright/chrome',
  };
}

test('CHROMIUM_PATH goes before everything else', () => {
  const places = machine(['/opt/mine', '/usr/bin/chromium'], { CHROMIUM_PATH: '/opt/mine' });
  expect(findBrowser('pages', places)).toEqual({ type: 'found', path: '/opt/mine' });
});

test('a CHROMIUM_PATH that leads nowhere is said, not passed over', () => {
  const places = machine(['/usr/bin/chromium'], { CHROMIUM_PATH: '/opt/gone' });
  expect(findBrowser('pages', places)).toEqual({ type: 'wrong', sentence: expect.stringContaining('/opt/gone') });
});

test('where there is one without windows, it is taken for pages, and not for a camera', () => {
  const places = machine(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']);
  expect(findBrowser('pages', places)).toEqual({ type: 'found', path: '/usr/bin/chromium-headless-shell' });
  expect(findBrowser('camera', places)).toEqual({ type: 'found', path: '/usr/bin/chromium' });
});

test('a system browser goes before the one that Playwright keeps', () => {
  const places = machine(['/cache/playwright/chrome', '/usr/bin/chromium']);
  expect(findBrowser('pages', places)).toEqual({ type: 'found', path: '/usr/bin/chromium' });
});

test('the browser that Playwright keeps is taken where the system has none', () => {
  expect(findBrowser('pages', machine(['/cache/playwright/chrome']))).toEqual({
    type: 'found',
    path: '/cache/playwright/chrome',
  });
});

test('an empty machine has none', () => {
  expect(findBrowser('pages', machine([], { CHROMIUM_PATH: '' }))).toEqual({ type: 'none' });
});
