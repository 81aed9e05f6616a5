import { afterEach, expect, it, vi } from 'vitest';
import { closeNotices, notices, say } from '../../src/app/notices.ts';

afterEach(() => {
  closeNotices();
  vi.useRealTimers();
});

it('a short line goes by itself; one that asks for something stays until it is closed or another is said', () => {
  vi.useFakeTimers();
  say({ text: 'Salvato' });
  vi.runAllTimers();
  expect(notices.value).toEqual([]);
  say({ text: 'Il tuo ruolo è cambiato', isKept: true });
  vi.runAllTimers();
  expect(notices.value).toMatchObject([{ text: 'Il tuo ruolo è cambiato' }]);
  say({ text: 'Salvato' });
  vi.runAllTimers();
  expect(notices.value).toEqual([]);
});
